import type { AccountNotice } from '../../../src/office/accounts/notices/account-notice.entity.ts';
import { vietnamTime } from '../../../src/platform/time/vietnam-time.ts';

export function AccountNoticesPage({ notices, to }: { notices: AccountNotice[]; to: string }) {
  return (
    <div class="column">
      <h1>Việc đã làm với tài khoản</h1>
      {notices.length === 0 && <p>Không có gì mới.</p>}
      {notices.map(({ id, at, details }) => (
        <section key={id} role="note">
          <h2>Đặt lại cách đăng nhập lúc {vietnamTime(at)}</h2>
          <ul>
            <li>Mật khẩu cũ không còn dùng được; người đặt lại biết mật khẩu vừa cấp.</li>
            <li>Đã kết thúc {details.sessions} phiên đăng nhập.</li>
            <li>
              {details.keys === 0
                ? 'Không có khóa cho phần mềm nào đang dùng.'
                : `Đã thu hồi ${details.keys} khóa cho phần mềm; phần mềm dùng khóa đó ngừng cho tới khi có khóa mới.`}
            </li>
            <li>
              {details.passkeys === 0
                ? 'Không có khóa truy cập nào.'
                : `Đã xóa ${details.passkeys} khóa truy cập (vân tay, khuôn mặt, mã máy).`}
            </li>
            <li>
              {details.secondFactor
                ? 'Đã tắt xác thực hai lớp cùng mã dự phòng; bật lại ở trang tài khoản.'
                : 'Xác thực hai lớp trước đó không bật.'}
            </li>
          </ul>
          <p>
            Nếu bạn không yêu cầu việc này, báo ngay quản trị viên. Việc nên làm trước: đổi mật khẩu
            ở <a href="/account">trang tài khoản</a>.
          </p>
        </section>
      ))}
      <form method="post" action="/account/notices">
        <input type="hidden" name="to" value={to} />
        <button class="primary">Tôi đã đọc, tiếp tục</button>
      </form>
    </div>
  );
}
