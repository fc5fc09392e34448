import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../../../../src/platform/process/package-root.ts';
import type { Case, Right } from '../expected.ts';

const VERSION = '7.4.7';
const FOLDER = join(packageRoot, 'test/office/dispatches/composing/word/libreoffice');
/** Written by LibreOffice itself; make.sh beside the files makes them anew. */
const written = (name: string, right: Right): Case => [
  `${name} of LibreOffice ${VERSION}`,
  Promise.resolve(readFileSync(join(FOLDER, `${name}.libreoffice-${VERSION}.docx`))),
  right,
];
const LETTER = {
  type: 'cong-van',
  symbol: 'SXD-VP',
  abstract: 'rà soát biển báo',
  addressees: ['Ủy ban nhân dân các xã, phường'],
  copies: ['Như trên', 'Lưu: VT, VP'],
  signer: 'Trần Văn Mẫu',
};

export const LIBREOFFICE: Case[] = [
  written('dispatch', {
    ...LETTER,
    addressees: ['Ủy ban nhân dân các xã, phường', 'Công an tỉnh'],
    body: [
      'Sở Xây dựng **đề nghị** các đơn vị:',
      '1. Rà soát biển báo;',
      'a. Ở cấp tỉnh;',
      'b. Ở cấp xã.',
      '2. Báo cáo Sở.',
      'Kết quả gửi theo bảng:',
      '| Đơn vị | Số biển |\n|---|---|\n| Xã An Bình | 12 |',
      '3. Trước ngày 30 tháng 6 năm 2024.',
      'Trân trọng./.',
    ],
    saysNothing: true,
  }),
  written('decision', {
    type: 'quyet-dinh',
    symbol: 'QĐ-SXD',
    abstract: 'Về việc thành lập tổ công tác',
    bases: ['Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014', 'Theo đề nghị của Chánh Văn phòng'],
    body: [
      'Điều 1. Thành lập tổ công tác:',
      '1. Tổ trưởng;',
      '2. Thành viên:',
      'a) Văn phòng;',
      'b) Thanh tra.',
      'Tổ làm việc theo quy chế.',
      'Điều 2. Quyết định này có hiệu lực kể từ ngày ký.',
    ],
    signer: 'Trần Văn Mẫu',
    saysNothing: true,
  }),
  written('report', {
    type: 'bao-cao',
    abstract: 'Kết quả quý I',
    addressees: ['Ủy ban nhân dân tỉnh'],
    body: [
      'I. KẾT QUẢ',
      'I.1. Biển báo',
      'I.2. Chiếu sáng',
      'II. KIẾN NGHỊ',
      'II.1. Kinh phí',
      '- Một;',
      '- Hai.',
      'Số liệu đến 20/05/2024.',
    ],
    says: ['1 chú thích', '1 ngày giờ tự động'],
  }),
  written('fonts', {
    ...LETTER,
    body: [
      'Sở đề nghị các đơn vị thường xuyên báo cáo.',
      'TỔ CHỨC THỰC HIỆN',
      'Đề nghị các đơn vị thực hiện.',
      'Còn chữ hiện.',
    ],
    says: ['chữ phông .VnTime, .VnTimeH, VNI-Times (bảng mã cũ): đã chuyển', '1 chỗ chữ ẩn'],
  }),
  written('changes', {
    ...LETTER,
    body: [
      'Đề nghị khẩn trương rà soát biển báo.',
      'Có khung bên cạnh.',
      'Chữ trong khung.',
      'Dòng một;',
      'Dòng hai.',
    ],
    says: ['1 chỗ đã thêm', '1 chỗ đã xóa', '1 khung chữ', '1 nhận xét'],
  }),
  written('secret', { refused: 'Văn bản có độ mật' }),
];
