import { shortDate } from '../../../src/platform/time/vietnam-time.ts';
import type { Follower } from '../../../src/office/dispatches/followers.ts';
import { reference } from '../../../src/office/dispatches/number-words.ts';
import { RELATION_DONE } from '../../../src/office/dispatches/words.ts';

/** Leads to a dispatch that another one replaces or corrects, or the other way round. */
export function Relative({ dispatch: { id, ...other } }: { dispatch: Follower }) {
  return (
    <a href={`/dispatches/${id}`}>
      {reference(other)} ngày {shortDate(other.issuedOn!)}
    </a>
  );
}

/** For the office that issued the earlier dispatch: that another one counts now. */
export function FollowedBy({ followers }: { followers: Follower[] }) {
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
