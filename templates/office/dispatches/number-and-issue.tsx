import type { ShowDispatchProps } from './show-props.ts';
import { ofAnotherDay } from '../../../src/office/dispatches/number-words.ts';

export function TakeNumber({ dispatch }: ShowDispatchProps) {
  return (
    <form class="stack" method="post" action={`/dispatches/${dispatch.id}/number`}>
      <p>
        {dispatch.number === null
          ? 'Lấy số, ghi ngày hôm nay lên trang rồi chuyển người ký.'
          : ofAnotherDay(dispatch).clerk}
      </p>
      <button class="primary">{dispatch.number === null ? 'Lấy số' : 'Lấy số mới'}</button>
    </form>
  );
}

export function Issue({ dispatch, preflight }: ShowDispatchProps) {
  const { recipients, unreachable } = preflight;
  return (
    <form class="stack" method="post" action={`/dispatches/${dispatch.id}/issuance`}>
      <p>
        {dispatch.number === null ? 'Lấy số, ghi ngày hôm nay' : 'Đóng dấu'} và gửi tới{' '}
        <strong>{recipients.length - unreachable.length}</strong> địa chỉ.
      </p>
      {unreachable.length > 0 && (
        <label class="check">
          <input type="checkbox" name="withoutAddress" value="true" required />
          Vẫn phát hành; gửi bản giấy cho {unreachable.length} nơi chưa có địa chỉ thư
        </label>
      )}
      <button class="primary">Phát hành</button>
    </form>
  );
}
