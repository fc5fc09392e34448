import type { Block, Run } from '../dispatches/body.ts';
import type { Annex, OfficialDocument, SignatureBlock } from './official-document.ts';
import { cleanRuns, cleanText } from './printable-text.ts';
import { printedNumber } from './printed-number.ts';

export interface Repair {
  code: 'closing-mark' | 'end-of-text' | 'number-padding' | 'invisible-character' | 'abstract-form';
  /** Where it stands, in Vietnamese: `Nơi nhận, dòng 6`. */
  place: string;
  message: string;
}

/** The document with everything mended that the form itself decides, and a note of each repair. */
export function repair(source: OfficialDocument): { document: OfficialDocument; repairs: Repair[] } {
  const repairs: Repair[] = [];
  const note = (code: Repair['code'], place: string, message: string) =>
    repairs.push({ code, place, message });
  const clean = (raw: string, place: string) => {
    const { text, changed } = cleanText(raw);
    if (changed) note('invisible-character', place, 'Đã bỏ ký tự ẩn không in được.');
    return text;
  };
  const oneLine = (raw: string, place: string) => clean(raw, place).replaceAll('\n', ' ');
  const optional = (raw: string | undefined, place: string) =>
    raw === undefined ? undefined : clean(raw, place);
  const present = (raw: string[], place: string) =>
    raw.map((line, i) => oneLine(line, `${place}, dòng ${i + 1}`)).filter(Boolean);
  const cleanBlocks = (body: Block[], place: string) =>
    body.flatMap((block, i) => cleanBlock(block, `${place}, đoạn ${i + 1}`));
  const cleanBlock = (block: Block, place: string): Block[] => {
    const cleaned = (raw: Run[]) => {
      const { runs, changed } = cleanRuns(raw);
      if (changed) note('invisible-character', place, 'Đã bỏ ký tự ẩn không in được.');
      return runs;
    };
    if (block.kind === 'table') {
      return [{ ...block, head: block.head.map(cleaned), rows: block.rows.map((row) => row.map(cleaned)) }];
    }
    const runs = cleaned(block.runs);
    return runs.length > 0 ? [{ ...block, runs }] : [];
  };
  const signature = (block: SignatureBlock, place: string): SignatureBlock => ({
    authority: present(block.authority, place),
    post: block.post === undefined ? undefined : oneLine(block.post, place),
    signerName: oneLine(block.signerName, 'Họ tên người ký'),
  });
  const closed = (raw: string[], place: string) => {
    const lines = present(raw, place);
    const marked = lines.some((line) => /[;.]$/.test(line));
    return lines.map((line, i) => {
      const mark = i === lines.length - 1 ? '.' : ';';
      if (marked && !line.endsWith(mark)) {
        note('closing-mark', `${place}, dòng ${i + 1}`, `Đã ghi dấu "${mark}" ở cuối dòng.`);
      }
      return line.replace(/^[-–]\s+/, '').replace(/[\s;.,]+$/, '');
    });
  };
  const ended = (body: Block[], place: string) => {
    const last = body.at(-1);
    if (!last || last.kind === 'table' || last.kind === 'heading') return body;
    const end = last.runs.at(-1)!;
    if (end.text.endsWith('./.')) return body;
    note('end-of-text', place, 'Đã ghi "./." sau chữ cuối cùng.');
    const text = `${end.text.replace(/[\s.;,/]+$/, '')}./.`;
    return [...body.slice(0, -1), { ...last, runs: [...last.runs.slice(0, -1), { ...end, text }] }];
  };

  const { authority, post, signerName } = signature(
    { authority: source.authority, post: source.signerPost, signerName: source.signerName },
    'Quyền hạn, chức vụ',
  );
  const addressees = present(source.addressees, 'Kính gửi');
  let number = source.number;
  if (number !== undefined) {
    number = printedNumber(oneLine(number, 'Số'));
    if (number !== source.number) note('number-padding', 'Số', `Đã ghi số 0 phía trước: ${number}.`);
  }
  const document: OfficialDocument = {
    ...source,
    parentBody: optional(source.parentBody, 'Cơ quan chủ quản'),
    issuingBody: clean(source.issuingBody, 'Cơ quan ban hành'),
    coIssuingBodies: source.coIssuingBodies?.map((body) => clean(body, 'Cơ quan ban hành')),
    number,
    symbol: oneLine(source.symbol, 'Ký hiệu'),
    place: oneLine(source.place, 'Địa danh'),
    abstract: repairAbstract(oneLine(source.abstract, 'Trích yếu'), note),
    salutation: source.salutation && oneLine(source.salutation, 'Kính gửi'),
    addressees: addressees.length > 1 ? closed(addressees, 'Kính gửi') : addressees,
    decidingAuthority: optional(source.decidingAuthority, 'Thẩm quyền ban hành'),
    legalBases: source.legalBases && closed(source.legalBases, 'Căn cứ'),
    body: ended(cleanBlocks(source.body, 'Nội dung'), 'Nội dung'),
    recipientLines: closed(source.recipientLines, 'Nơi nhận'),
    authority,
    signerPost: post,
    signerName,
    coSignatures: source.coSignatures?.map((block) => signature(block, 'Quyền hạn, chức vụ')),
    annexes: source.annexes?.map((annex, i): Annex => ({
      title: oneLine(annex.title, `Phụ lục ${i + 1}`),
      body: ended(cleanBlocks(annex.body, `Phụ lục ${i + 1}`), `Phụ lục ${i + 1}`),
    })),
    typistMark: source.typistMark && oneLine(source.typistMark, 'Ký hiệu người soạn thảo'),
    contact: source.contact && present(source.contact, 'Địa chỉ cơ quan'),
  };
  return { document, repairs };
}

function repairAbstract(
  text: string,
  note: (code: Repair['code'], place: string, message: string) => void,
): string {
  const repaired = text.replace(/^v\/v:?\s+/i, '').replace(/[\s.;]+$/, '');
  if (repaired !== text) {
    note('abstract-form', 'Trích yếu', 'Đã bỏ "V/v" ghi thừa hoặc dấu câu ở cuối trích yếu.');
  }
  return repaired;
}
