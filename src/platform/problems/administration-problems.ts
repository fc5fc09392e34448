/** What an office is called, and its parts. */
export const ADMINISTRATION = {
  'letterhead-begun': {
    status: 409,
    sentence:
      'Đầu văn bản này đã bắt đầu dùng nên không bỏ được. Cần đổi thì ghi đầu mới từ một ngày sau.',
  },
  'letterhead-changed': {
    status: 409,
    sentence: 'Đầu văn bản đã đổi sau khi văn bản này được trình. Trả lại người soạn để trình lại.',
  },
  'opening-link-over': {
    status: 409,
    sentence:
      'Đường dẫn mở cơ quan đã dùng hoặc đã quá một giờ. Chạy lại npm run office:link trên máy chủ để lấy đường dẫn mới.',
  },
  'unit-in-use': {
    status: 409,
    sentence:
      'Đơn vị còn người hoặc còn thẩm quyền ký ghi theo nó. Chuyển hết rồi mới kết thúc được.',
  },
} as const;
