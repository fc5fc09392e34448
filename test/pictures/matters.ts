/** What an office of information and communications writes about. */
export const ABSTRACTS = [
  'ứng phó với bão số 3 trên hệ thống thông tin cơ sở',
  'báo cáo kết quả chuyển đổi số quý III',
  'tập huấn an toàn thông tin cho cán bộ cấp xã',
  'rà soát, cập nhật cổng thông tin điện tử',
  'kiểm tra hệ thống truyền thanh cơ sở',
  'hướng dẫn sử dụng chữ ký số chuyên dùng công vụ',
  'cung cấp số liệu chỉ số chuyển đổi số năm 2024',
  'tăng cường tuyên truyền phòng, chống lừa đảo trên không gian mạng',
  'tổ chức Ngày Chuyển đổi số quốc gia',
];

/** On the deputy director's desk. */
export const WAITING: [string, string][] = [
  ['bảo đảm thông tin liên lạc dịp Quốc khánh', 'urgent'],
  ['góp ý dự thảo kế hoạch phát triển hạ tầng số', 'normal'],
  ['cử cán bộ tham gia tổ công nghệ số cộng đồng', 'normal'],
];

export const BODY = `Thực hiện kế hoạch công tác năm, Sở Thông tin và Truyền thông đề nghị các cơ quan, đơn vị:

1. Rà soát, kiểm tra hệ thống do cơ quan mình quản lý; khắc phục ngay các nội dung chưa bảo đảm.

2. Phân công cán bộ đầu mối, gửi về Sở họ tên, chức vụ, số điện thoại.

3. Báo cáo kết quả về Sở trước ngày 15 hằng tháng để tổng hợp, báo cáo Ủy ban nhân dân tỉnh./.`;

const person = { name: 'Nguyễn Văn An', post: 'Văn thư' };

export const ANSWERS = {
  person,
  refusal: { ...person, reason: 'wrong-addressee', note: 'Nội dung không thuộc lĩnh vực của Sở' },
  recall: {
    reason: 'Sai thời hạn báo cáo.',
    basis: 'Ý kiến của Phó Giám đốc Vũ Xuân Thành',
  },
  returned: { reason: 'Bổ sung thời gian, địa điểm tập huấn và số lượng học viên mỗi xã.' },
};
