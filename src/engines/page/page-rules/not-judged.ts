import type { NotJudged } from './recognition/kind.ts';

const REASONS: Record<NotJudged, string> = {
  empty: 'Tệp PDF không có chữ nào nên không có gì để kiểm tra.',
  scan: 'Đây là bản quét hoặc ảnh chụp, không có lớp chữ để đọc, nên không kiểm tra thể thức được. Hãy dùng tệp PDF xuất thẳng từ phần mềm soạn thảo.',
  'scan-with-text':
    'Đây là bản quét có lớp chữ do máy nhận dạng. Các mục đọc được có thể sai; cỡ chữ, kiểu chữ và vị trí không chắc chắn nên không kiểm tra thể thức. Hãy dùng tệp PDF xuất thẳng từ phần mềm soạn thảo.',
  illegible:
    'Chữ trong tệp này không có bảng mã để đọc lại nên không kiểm tra thể thức được. Xuất lại tệp PDF từ phần mềm soạn thảo (trong Word: Lưu thành PDF).',
  'old-font':
    'Văn bản dùng phông chữ cũ (TCVN3 hoặc VNI) nên chữ không đọc lại được. Nghị định 30/2020/NĐ-CP (Phụ lục I, I.3) yêu cầu phông Times New Roman, bộ mã Unicode: chuyển mã, đổi phông rồi xuất lại PDF.',
  party:
    'Đây là văn bản của Đảng. Thể thức của nó theo Hướng dẫn 36-HD/VPTW của Văn phòng Trung ương Đảng, không theo Nghị định 30/2020/NĐ-CP, nên không kiểm tra ở đây.',
  legal:
    'Đây là văn bản quy phạm pháp luật (năm ban hành đứng giữa số và ký hiệu). Thể thức của nó theo quy định riêng về văn bản quy phạm pháp luật, không theo Nghị định 30/2020/NĐ-CP, nên không kiểm tra ở đây.',
  unknown:
    'Không nhận ra đây là văn bản hành chính: không thấy Quốc hiệu, số, ký hiệu hay Nơi nhận. Nếu là phụ lục để ở tệp riêng thì không có các thành phần này; hãy chọn tệp của văn bản chính.',
};

/** In one sentence or two, why nothing is judged and what to do. */
export const reasonFor = (why: NotJudged): string => REASONS[why];
