export interface Clipboard {
  /** In `clipboard/`; those of LibreOffice are copied from it (`libreoffice/copy.py`), the others written as it writes. */
  file: string;
  /** What it becomes, some parts of it in their order. */
  blocks: string[];
  told: string;
}

const OLD = 'đã chuyển sang Unicode, cần đọc lại';
const LIBREOFFICE =
  'LibreOffice chép thiếu mà không báo (chữ đứng trước số tự động như “Điều”, trường ngày tháng) và chép cả chữ đã xóa khi theo dõi sửa đổi: đối chiếu với bản gốc, hoặc lưu thành .docx rồi nhập tệp.';

export const clipboards: Clipboard[] = [
  {
    file: 'word-old-fonts.html',
    blocks: [
      '**QUY ĐỊNH CHUNG**',
      'Các phòng, ban trong huyện rà soát hệ thống nước sạch, báo cáo **trước ngày 15**.',
      'Đề nghị các đơn vị thực hiện nghiêm túc.',
      'Đã gửi bằng Unicode.',
    ],
    told: `Đã bỏ: 3 phông chữ, 1 đoạn căn giữa hoặc căn phải, 1 chỗ chữ ẩn.\nLưu ý: chữ phông .VnTimeH, .VnTime, VNI-Times (bảng mã cũ): ${OLD}.`,
  },
  {
    file: 'word-decision.html',
    blocks: [
      '# Chương I TỔ CHỨC',
      'Điều 1. **Thành lập tổ công tác**',
      '1. Tổ trưởng: ông Trần Văn Mẫu.',
      'a) Phụ trách chung;',
      'b) Ký báo cáo.',
      'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
      '- Lưu: VT.',
    ],
    told: 'Đã bỏ: 1 phông chữ, 1 đoạn căn giữa hoặc căn phải.',
  },
  {
    // The text that a comment is about stands within the mark of the comment.
    file: 'word-review.html',
    blocks: ['Giao Phòng Hạ tầng rà soát toàn bộ biển báo.'],
    told: 'Đã bỏ: 1 nhận xét, 2 chú thích, 1 chỗ đã thêm (theo dõi sửa đổi, chữ được nhận), 1 chỗ đã xóa (theo dõi sửa đổi).',
  },
  {
    file: 'word-table.html',
    blocks: [
      '| TT | Đơn vị |  |\n|---|---|---|\n| 1. | Xã An Bình | 12 / 14 |\n| 2. | Xã Hòa Lạc | 8 |',
    ],
    told: `Đã bỏ: 1 phông chữ, 1 đoạn căn giữa hoặc căn phải, 1 ô gộp, 2 chỗ chữ ẩn.\nLưu ý: chữ phông .VnTime (bảng mã cũ): ${OLD}.`,
  },
  {
    file: 'word-drawings.html',
    blocks: ['Trang 3, tải trọng ≥ 5 tấn2.', 'GIÁM ĐỐC SỞ', 'PHỤ LỤC kèm theo bỏ'],
    told: 'Đã bỏ: 1 phông chữ, 1 chỉ số trên hoặc dưới (chữ được giữ), 1 ảnh, 1 chỗ gạch chân, 1 chỗ gạch ngang.',
  },
  {
    file: 'excel-rows.html',
    blocks: ['| Đơn vị | Số |\n|---|---|\n| Xã Hòa Bình | 12 |'],
    told: `Đã bỏ: 2 chỗ chữ ẩn.\nLưu ý: chữ phông .VnTime (bảng mã cũ): ${OLD}.`,
  },
  {
    file: 'online-decision.html',
    blocks: [
      '## **Quy định chung**',
      'Điều 1. Thành lập tổ công tác.',
      '1.1. Tổ trưởng;',
      '1.2. Thành viên:',
      'a) Văn phòng.',
      'Điều 2. Hiệu lực thi hành.',
    ],
    told: 'Đã bỏ: 1 cỡ chữ, 1 phông chữ, 1 đoạn căn giữa hoặc căn phải.',
  },
  {
    // Of a list that lost its style, the number stands only beside the item.
    file: 'online-numbers-beside.html',
    blocks: [
      'Báo cáo gồm:',
      'IV. Kiến nghị',
      '- Kinh phí;',
      '+ nhân lực;',
      '- thời hạn.',
      'Đề nghị duyệt.',
    ],
    told: `Đã bỏ: 1 phông chữ, 1 chỗ đã xóa (theo dõi sửa đổi).\nLưu ý: chữ phông .VnTime (bảng mã cũ): ${OLD}.`,
  },
  {
    file: 'google-report.html',
    blocks: [
      '## Kết quả',
      '**Rà soát** *biển báo*1, chiếu sáng:',
      '1. Tuyến chính;',
      'a) Đoạn một;',
      'b) Đoạn hai.',
      '2. Tuyến nhánh.',
      '- Kinh phí',
    ],
    told: 'Đã bỏ: 3 cỡ chữ, 1 phông chữ, 1 màu chữ, 1 chỉ số trên hoặc dưới (chữ được giữ), 1 chỗ gạch chân.',
  },
  {
    file: 'google-table.html',
    blocks: ['| **Đơn vị** | **Số loa** |\n|---|---|\n| Xã An Bình (mới) |  |'],
    told: `Đã bỏ: 1 màu nền, 1 cỡ chữ, 2 phông chữ.\nLưu ý: chữ phông VNI-Times (bảng mã cũ): ${OLD}.`,
  },
  {
    file: 'google-letter.html',
    blocks: ['Sở Xây dựng **đề nghị**'],
    told: `Đã bỏ: 1 cỡ chữ, 1 phông chữ.\nLưu ý: chữ phông .VnTime (bảng mã cũ): ${OLD}.`,
  },
  {
    file: 'libreoffice-7.4.7-fonts.html',
    blocks: [
      'Sở đề nghị các đơn vị thường xuyên báo cáo.',
      'TỔ CHỨC THỰC HIỆN',
      'Đề nghị các đơn vị thực hiện.',
      'Còn chữ hiện.',
    ],
    told: `Đã bỏ: 3 phông chữ, 5 đoạn căn giữa hoặc căn phải, 1 chỗ chữ ẩn.\nLưu ý: chữ phông .VnTime, .VnTimeH, VNI-Times (bảng mã cũ): ${OLD}.\nLưu ý: ${LIBREOFFICE}`,
  },
  {
    file: 'libreoffice-7.4.7-decision.html',
    blocks: [
      '**GIÁM ĐỐC SỞ XÂY DỰNG**',
      'Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014;',
      'Theo đề nghị của Chánh Văn phòng.',
      '**QUYẾT ĐỊNH:**',
      '1. Thành lập tổ công tác:',
      '1. Tổ trưởng;',
      '2. Thành viên:',
      'a) Văn phòng;',
      'b) Thanh tra.',
      'Tổ làm việc theo quy chế.',
      '2. Quyết định này có hiệu lực kể từ ngày ký.',
    ],
    told: `Đã bỏ: 9 đoạn căn giữa hoặc căn phải.\nLưu ý: ${LIBREOFFICE}`,
  },
  {
    // The date that stood behind “đến” is not on the clipboard.
    file: 'libreoffice-7.4.7-report.html',
    blocks: [
      'I. KẾT QUẢ',
      '1. Biển báo',
      '2. Chiếu sáng',
      'II. KIẾN NGHỊ',
      '1. Kinh phí',
      '- Một;',
      '- Hai.',
      'Số liệu đến .',
    ],
    told: `Đã bỏ: 7 đoạn căn giữa hoặc căn phải, 1 chú thích.\nLưu ý: ${LIBREOFFICE}`,
  },
  {
    // “cũ” was deleted; LibreOffice leaves two letters of another paragraph out in its place.
    file: 'libreoffice-7.4.7-changes.html',
    blocks: [
      'Kính gửi: Ủy ban nhân dân các xã, phng.',
      'Đề nghị khẩn trương rà soát biển báocũ.',
      'Chữ trong khung.',
      'Có khung bên cạnh.',
      'Dòng một;',
      'Dòng hai.',
    ],
    told: `Đã bỏ: 5 đoạn căn giữa hoặc căn phải, 1 nhận xét.\nLưu ý: ${LIBREOFFICE}`,
  },
];
