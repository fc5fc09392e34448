import { parseBody } from '../../../../src/engines/page/body.ts';
import type { OfficialDocument } from '../../../../src/engines/page/official-document.ts';

export interface CorpusEntry {
  name: string;
  document: OfficialDocument;
  /** Pages of the whole file, where the case is about them. */
  pages?: number;
  /** Words too long for a line are cut: text cannot be compared with its spaces. */
  cutWords?: boolean;
}

const SENTENCES = [
  'Thực hiện Kế hoạch số 45/KH-UBND ngày 12 tháng 02 năm 2024 của Ủy ban nhân dân tỉnh về chuyển đổi số, Sở Thông tin và Truyền thông đề nghị các cơ quan, đơn vị triển khai một số nội dung sau.',
  'Rà soát, cập nhật đầy đủ thông tin của cơ quan, đơn vị trên Cổng thông tin điện tử; bảo đảm thông tin chính xác, kịp thời, đúng quy định của pháp luật.',
  'Tăng cường tuyên truyền trên hệ thống thông tin cơ sở để người dân biết, chủ động phòng tránh các thủ đoạn lừa đảo trên không gian mạng.',
  'Phối hợp với Công an tỉnh kịp thời phát hiện, ngăn chặn và xử lý nghiêm các hành vi vi phạm.',
  'Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, đề nghị phản ánh về Sở để được hướng dẫn, giải quyết theo thẩm quyền.',
  'Báo cáo kết quả gửi về Sở trước ngày 25 tháng 12 hằng năm để tổng hợp, báo cáo Ủy ban nhân dân tỉnh theo quy định.',
];

/** Running text of so many sentences, different for every `seed`. */
export function prose(sentences: number, seed = 0): string {
  return Array.from({ length: sentences }, (_, i) => SENTENCES[(i * 5 + seed) % 6]).join(' ');
}

export function paragraphs(count: number, sentences = 2): string {
  return Array.from({ length: count }, (_, i) => prose(sentences, i)).join('\n\n');
}

/** A small complete công văn; `changes` say what a case is about. */
export function letter(changes: Partial<OfficialDocument> & { markdown?: string } = {}) {
  const { markdown = paragraphs(3), ...rest } = changes;
  const document: OfficialDocument = {
    parentBody: 'ỦY BAN NHÂN DÂN TỈNH HƯNG YÊN',
    issuingBody: 'SỞ KHOA HỌC VÀ CÔNG NGHỆ',
    number: '128',
    symbol: 'SKHCN-CĐS',
    place: 'Hưng Yên',
    date: '2026-03-09',
    year: 2026,
    abstract: 'tăng cường tuyên truyền về an toàn thông tin trên không gian mạng',
    addressees: ['Ủy ban nhân dân các xã, phường'],
    body: parseBody(markdown),
    recipientLines: ['Như trên', 'Lãnh đạo Sở', 'Lưu: VT, CĐS'],
    authority: ['GIÁM ĐỐC'],
    signerName: 'Trần Thị Minh Hạnh',
    ...rest,
  };
  return document;
}
