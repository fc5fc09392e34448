/** A PDF whose form is to be checked. */
export const PDF = {
  'not-a-pdf': {
    status: 415,
    sentence: 'Đây không phải tệp PDF. Chọn tệp PDF xuất từ phần mềm soạn thảo.',
  },
  'pdf-locked': {
    status: 422,
    sentence:
      'Tệp PDF đặt mật khẩu nên không đọc được. Xuất lại tệp không có mật khẩu rồi gửi lại.',
  },
  'pdf-broken': {
    status: 422,
    sentence:
      'Tệp PDF bị hỏng hoặc thiếu nên không đọc được. Xuất lại từ phần mềm soạn thảo rồi gửi lại.',
  },
  'pdf-too-long': { status: 422, sentence: 'Tệp PDF nhiều trang hơn mức đọc được một lần.' },
  'pdf-not-read': { status: 422, sentence: 'Chưa đọc xong tệp PDF. Thử lại sau ít phút.' },
} as const;
