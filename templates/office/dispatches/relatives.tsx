import { shortDate } from '../../../src/platform/time/vietnam-time.ts';
import type { Relative as Told } from '../../../src/office/dispatches/followers.ts';
import { reference } from '../../../src/office/dispatches/number-words.ts';
import { RELATION_DONE } from '../../../src/office/dispatches/words.ts';

/** Leads to a dispatch that another one replaces or corrects, or the other way round. */
export function Relative({ dispatch: { id, isReadable, ...other } }: { dispatch: Told }) {
  const words = `${reference(other)} ngày ${shortDate(other.issuedOn!)}`;
  return isReadable ? <a href={`/dispatches/${id}`}>{words}</a> : <>{words}</>;
}

/** For the office that issued the earlier dispatch: that another one counts now. */
export function FollowedBy({ followers }: { followers: Told[] }) {
  return (
    <>
      {followers.map((follower) => (
        <p key={follower.id} class="notice">
          Đã được {RELATION_DONE[follower.relation!]} bởi <Relative dispatch={follower} />.
        </p>
      ))}
    </>
  );
}
