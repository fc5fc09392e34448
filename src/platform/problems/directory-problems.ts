const refused = (sentence: string) => ({ status: 409, sentence }) as const;

/** The directory and mandates. */
export const DIRECTORY = {
  'directory-changed': refused('Danh bạ đã khác lúc xem trước. Xem lại thay đổi này rồi xác nhận.'),
  'kind-in-use': refused('Loại này đang dùng nên không xóa được. Ghi ngày cuối để kết thúc.'),
  'area-in-use': refused(
    'Khu vực này có hoặc từng có cơ quan nên không xóa được. Chuyển các cơ quan sang khu vực khác.',
  ),
  'kind-not-added': refused(
    'Tệp có loại cơ quan chưa có trong danh bạ. Đánh dấu để thêm loại ấy, hoặc sửa tệp.',
  ),
  'area-not-added': refused(
    'Tệp có khu vực chưa có trong danh bạ. Đánh dấu để thêm khu vực ấy, hoặc sửa tệp.',
  ),
  'identifier-not-known': {
    status: 404,
    sentence: 'Danh bạ không có cơ quan nào mang mã này trong ngày ấy. Xem lại mã và ngày.',
  },
  'agency-ended': refused('Cơ quan đã kết thúc hoạt động.'),
  'no-successor': refused(
    'Chỉ chuyển được sang cơ quan kế thừa. Ghi cơ quan kế thừa trong danh bạ trước.',
  ),
  'mandate-ended': refused(
    'Thẩm quyền này đã kết thúc từ trước. Không cần kết thúc nữa; tải lại trang để xem.',
  ),
} as const;
