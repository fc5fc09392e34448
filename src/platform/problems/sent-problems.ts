import { refused } from './refused.ts';

/** Issuing, sending and recalling. */
export const SENDING = {
  'not-signed': refused(
    'Văn bản chưa được ký nên chưa phát hành được. Trình ký, chờ ký rồi phát hành.',
  ),
  'changed-after-signature': refused(
    'Nội dung khác với bản đã ký nên không phát hành được. Báo quản trị viên kiểm tra.',
  ),
  'signed-last-year': refused(
    'Văn bản ký trong năm trước, năm in trên trang đã ký không còn đúng. Trả lại người soạn để trình ký lại.',
  ),
  'recipients-without-address': refused(
    'Có nơi nhận chưa có địa chỉ. Bổ sung trong Danh bạ, hoặc xác nhận phát hành và gửi bản giấy.',
  ),
  'not-issued': refused('Văn bản chưa được phát hành.'),
  recalled: refused('Văn bản đã thu hồi.'),
  'nothing-to-replay': refused(
    'Không phát lại được: đang gửi, hoặc cơ quan này không còn dùng webhook. Tải lại trang.',
  ),
} as const;

/** Receiving. */
export const RECEIVING = {
  'already-acknowledged': refused('Nơi nhận đã xác nhận tiếp nhận văn bản này.'),
  'not-the-successor': refused(
    'Chỉ cơ quan kế thừa ghi trong danh bạ mới xác nhận thay được. Gọi cho nơi gửi để cập nhật danh bạ.',
  ),
  'already-replied': refused(
    'Nơi này đã trả lời rồi; câu trả lời đầu được giữ. Xem lại trang của nơi nhận.',
  ),
  'not-recalled': refused('Văn bản này không bị thu hồi nên không cần trả lời.'),
  'already-agreed': refused('Cơ quan đã đồng ý thu hồi. Gọi cho nơi gửi nếu có thay đổi.'),
  'not-acknowledged': refused('Xác nhận tiếp nhận trước rồi lấy biên nhận.'),
  'not-signed-here': refused('Nơi gửi chưa dùng chữ ký số nên chưa có biên nhận.'),
} as const;

/** What the office enters for a recipient. */
export const ENTERED = {
  'not-yet': refused('Thời điểm xác nhận chưa tới. Ghi lại ngày giờ.'),
  'before-issue': refused('Không ai nhận được trước khi văn bản phát hành. Ghi lại ngày giờ.'),
  'no-evidence': refused('Đính kèm ảnh, tệp ghi âm hoặc ghi lại nội dung trao đổi làm căn cứ.'),
  'same-person': refused(
    'Người ghi không tự xác nhận được. Nhờ một người khác trong cơ quan kiểm tra và xác nhận.',
  ),
  'refused-since': refused(
    'Sau lời ấy nơi nhận đã từ chối tiếp nhận văn bản. Văn thư trả lời việc từ chối trước đã.',
  ),
  'nothing-refused': refused('Nơi nhận này không có lần từ chối nào đang chờ.'),
  'no-address': refused('Ghi địa chỉ thư để gửi lại: nơi này chưa có.'),
  'step-exists': refused('Bước này đã có trong lịch nhắc. Chọn bước khác hoặc sửa bước đã có.'),
} as const;
