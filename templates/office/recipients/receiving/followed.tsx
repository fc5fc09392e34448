import { shortDate } from '../../../../src/platform/time/vietnam-time.ts';
import type { Follower } from '../../../../src/office/dispatches/followers.ts';
import { reference } from '../../../../src/office/dispatches/number-words.ts';
import { RELATION_DONE } from '../../../../src/office/dispatches/words.ts';

/** For whoever holds the earlier dispatch: that another one counts now. */
export function Followed({ followers }: { followers: Follower[] }) {
  return (
    <>
      {followers.map((follower) => (
        <p key={follower.id} class="notice" role="status">
          Văn bản này{' '}
          <strong>
            đã được {RELATION_DONE[follower.relation!]} bởi văn bản số {reference(follower)} ngày{' '}
            {shortDate(follower.issuedOn!)}
          </strong>
          .
        </p>
      ))}
    </>
  );
}
