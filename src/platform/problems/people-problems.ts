/** An act that a rule of the office refuses. */
const refused = (sentence: string) => ({ status: 409, sentence }) as const;
/** Something about the person's sign-in is missing. */
const signIn = (sentence: string) => ({ status: 401, sentence }) as const;

/** Signing in. */
export const SIGNING_IN = {
  'sign-in': signIn('Hãy đăng nhập để tiếp tục.'),
  'wrong-sign-in': signIn('Tên đăng nhập hoặc mật khẩu không đúng.'),
  'second-factor': signIn('Hãy nhập mã xác thực hai lớp để tiếp tục.'),
  enrol: signIn(
    'Vai trò của bạn phải bật xác thực hai lớp trước khi làm việc. Bật trên trang web.',
  ),
  'new-password': signIn(
    'Mật khẩu này do người khác giao. Đăng nhập trên trang web và đặt mật khẩu của mình trước.',
  ),
  'sign-in-again': signIn(
    'Việc này liên quan đến an toàn tài khoản: hãy đăng nhập lại để tiếp tục.',
  ),
  'second-factor-required': refused(
    'Vai trò của bạn phải dùng xác thực hai lớp nên không tắt được.',
  ),
  'second-factor-sealed': refused(
    'Mã của ứng dụng không còn dùng được vì khóa bí mật của hệ thống đã đổi. Nhập một mã dự phòng, rồi tắt và thiết lập lại.',
  ),
  'second-factor-on': refused('Xác thực hai lớp đang bật. Tắt trước khi thiết lập lại.'),
  'second-factor-off': refused('Xác thực hai lớp chưa bật. Bật ở trang Tài khoản trước.'),
  'passkey-refused': refused('Khóa truy cập không được chấp nhận. Hãy thử lại.'),
  'no-provider': refused('Cơ quan chưa bật đăng nhập bằng tài khoản khác.'),
  'openid-refused': refused(
    'Chưa đăng nhập được bằng tài khoản này. Hãy thử lại, hoặc dùng mật khẩu.',
  ),
  'no-account': refused(
    'Tài khoản này chưa được mở trong hệ thống. Đề nghị quản trị viên mở tài khoản.',
  ),
  'no-rule-fits': refused(
    'Tài khoản này chưa được mở ở đây và không thuộc nhóm nào được tự mở, hoặc tên đã có người dùng. Đề nghị quản trị viên mở tài khoản, hoặc nhờ nơi quản lý tài khoản xếp vào đúng nhóm.',
  ),
  'no-authorization-request': refused('Phiên đăng nhập đã quá hạn. Hãy đăng nhập lại.'),
  'own-account': refused(
    'Không tự đóng tài khoản đang dùng được. Nhờ người khác của cơ quan, hoặc nơi gửi, đóng giúp.',
  ),
} as const;

/** The people of the office. */
export const PEOPLE = {
  'person-left': refused('Người này đã nghỉ và tài khoản đã đóng. Mở tài khoản mới nếu trở lại.'),
  'person-here': refused(
    'Người này còn tài khoản đang dùng nên chưa xóa được. Cho nghỉ, hoặc đóng tài khoản, rồi xóa.',
  ),
  'held-meanwhile': refused(
    'Dữ liệu của người này đã khác lúc xem. Xem lại phần dưới rồi xác nhận.',
  ),
  'nothing-held': refused(
    'Không giữ gì về người này. Ghi họ tên, địa chỉ đúng như người ấy đã khai.',
  ),
  'nothing-to-erase': refused('Không có gì xóa được: phần còn lại là hồ sơ phải lưu.'),
  'last-clerk': refused(
    'Đây là văn thư cuối cùng của cơ quan. Giao vai trò văn thư cho người khác trước.',
  ),
  'last-administrator': refused(
    'Đây là quản trị cuối cùng của cơ quan. Giao vai trò quản trị cho người khác trước.',
  ),
  'left-meanwhile': refused('Việc của người này đã khác lúc xem. Xem lại rồi xác nhận.'),
  'signatory-left': refused('Người ký đã nghỉ. Chọn người ký khác.'),
  'no-mail-address': refused('Người này chưa có địa chỉ thư. Ghi địa chỉ hoặc dùng mật khẩu.'),
  'invitation-over': refused(
    'Thư mời này đã dùng hoặc đã hết hạn. Đề nghị người quản trị của cơ quan mời lại.',
  ),
} as const;
