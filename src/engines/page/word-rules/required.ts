import { annexI, type Fault } from '../finding.ts';
import { signatureBlocks } from '../official-document.ts';
import type { WordRule, Words } from './words.ts';

/** Annex I, II: what every document has; a draft may still lack it. */
export const REQUIRED: WordRule = {
  id: 'component.required',
  clause: annexI('II'),
  severity: 'error',
  *find({ document }: Words): Generator<Fault> {
    const lacking = (place: string, name: string): Fault => ({
      place,
      message: `Chưa có ${name}.`,
      remedy: `Ghi ${name} vào dự thảo.`,
    });
    const { type = 'cong-van', addressees, recipientLines, abstract, body } = document;
    if (!document.issuingBody) yield lacking('Tên cơ quan ban hành', 'tên cơ quan ban hành');
    if (!document.symbol) yield lacking('Số, ký hiệu', 'ký hiệu văn bản');
    if (!document.place) yield lacking('Địa danh, ngày tháng', 'địa danh');
    if (!abstract) yield lacking('Trích yếu', 'trích yếu nội dung');
    if (body.length === 0) yield lacking('Nội dung', 'nội dung văn bản');
    if (type === 'cong-van' && addressees.length === 0) {
      yield lacking('Kính gửi', 'nơi nhận trực tiếp ở phần "Kính gửi"');
    }
    if (recipientLines.length === 0) yield lacking('Nơi nhận', 'danh sách nơi nhận');
    for (const { authority, signerName } of signatureBlocks(document)) {
      if (authority.length === 0)
        yield lacking('Quyền hạn, chức vụ', 'quyền hạn, chức vụ của người ký');
      if (!signerName) yield lacking('Họ tên người ký', 'họ tên người ký');
    }
  },
};
