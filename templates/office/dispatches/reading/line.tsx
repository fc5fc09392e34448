import type { Account } from '../../../../src/office/accounts/account.entity.ts';
import type { Dispatch } from '../../../../src/office/dispatches/dispatch.entity.ts';

/** Who can read a dispatch, said on its page. */
export function ReadingLine({ dispatch, by }: { dispatch: Dispatch; by: Account }) {
  const here = `/dispatches/${dispatch.id}/reading`;
  if (dispatch.reading === 'office') {
    return (
      <p class="muted">
        Ai được đọc: cả cơ quan.{' '}
        {dispatch.readingMayBeSetBy(by) && <a href={here}>Đổi ai được đọc</a>}
      </p>
    );
  }
  return (
    <p class="notice">
      <b>Hạn chế đọc:</b> chỉ người soạn, đơn vị soạn thảo, người ký, văn thư và người được chọn
      thêm. <a href={here}>Xem ai được đọc</a>
    </p>
  );
}
