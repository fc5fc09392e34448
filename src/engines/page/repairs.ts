import type { Block, Run } from './body.ts';
import type { Annex, OfficialDocument, SignatureBlock } from './official-document.ts';
import { hasInvisible, printable, printableRuns } from './printable-text.ts';
import { printedNumber } from './printed-number.ts';

export interface Repair {
  code: 'closing-mark' | 'end-of-text' | 'number-padding' | 'invisible-character' | 'abstract-form';
  /** Where it stands, in Vietnamese: `Nơi nhận, dòng 6`. */
  place: string;
  message: string;
}

/** Mends what the form itself decides and keeps a note of each repair. */
class Repairer {
  readonly repairs: Repair[] = [];

  private note(code: Repair['code'], place: string, message: string): void {
    this.repairs.push({ code, place, message });
  }

  /** Keeps newlines, which break a long name where its writer wants. */
  text(raw: string, place: string): string {
    const text = printable(raw);
    if (text !== raw) this.noteInvisible([raw], place);
    return text.trim();
  }

  line(raw: string, place: string): string {
    return this.text(raw, place).replaceAll('\n', ' ');
  }

  lines(raw: string[], place: string): string[] {
    return raw.map((line, i) => this.line(line, `${place}, dòng ${i + 1}`)).filter(Boolean);
  }

  /** A list of which each entry ends with `;` and the last with `.`: those marks are printed, not kept. */
  closedLines(raw: string[], place: string): string[] {
    const lines = this.lines(raw, place);
    const punctuated = lines.some((line) => /[;.]$/.test(line));
    return lines.map((line, i) => {
      const mark = i === lines.length - 1 ? '.' : ';';
      if (punctuated && !line.endsWith(mark)) {
        this.note('closing-mark', `${place}, dòng ${i + 1}`, `Đã ghi dấu "${mark}" ở cuối dòng.`);
      }
      return line.replace(/^[-–]\s+/, '').replace(/[\s;.,]+$/, '');
    });
  }

  number(raw: string): string {
    const given = this.line(raw, 'Số');
    const number = printedNumber(given);
    if (number !== given) this.note('number-padding', 'Số', `Đã ghi số 0 phía trước: ${number}.`);
    return number;
  }

  abstract(raw: string): string {
    const given = this.line(raw, 'Trích yếu');
    const abstract = given.replace(/^v\/v:?\s+/i, '').replace(/[\s.;]+$/, '');
    if (abstract !== given) {
      this.note('abstract-form', 'Trích yếu', 'Đã bỏ "V/v" ghi thừa hoặc dấu câu ở cuối.');
    }
    return abstract;
  }

  signature({ authority, post, signerName }: SignatureBlock): SignatureBlock {
    return {
      authority: this.lines(authority, 'Quyền hạn, chức vụ'),
      post: post && this.line(post, 'Chức vụ khác'),
      signerName: this.line(signerName, 'Họ tên người ký'),
    };
  }

  body(raw: Block[], part: string): Block[] {
    const body = raw
      .map((block, i) => this.block(block, `${part}, đoạn ${i + 1}`))
      .filter((block) => block.kind === 'table' || block.runs.length > 0);
    const last = body.at(-1);
    if (!last || last.kind === 'table' || last.kind === 'heading') return body;
    const end = last.runs.at(-1)!;
    if (end.text.endsWith('./.')) return body;
    this.note('end-of-text', part, 'Đã ghi "./." sau chữ cuối cùng.');
    const text = `${end.text.replace(/[\s.;,/]+$/, '')}./.`;
    return [...body.slice(0, -1), { ...last, runs: [...last.runs.slice(0, -1), { ...end, text }] }];
  }

  private block(block: Block, place: string): Block {
    const runs = (raw: Run[]) => {
      const clean = printableRuns(raw);
      const texts = raw.map((run) => run.text);
      if (texts.some((text, i) => text !== clean[i]?.text)) this.noteInvisible(texts, place);
      return clean;
    };
    if (block.kind !== 'table') return { ...block, runs: runs(block.runs) };
    return { ...block, head: block.head.map(runs), rows: block.rows.map((row) => row.map(runs)) };
  }

  private noteInvisible(raw: string[], place: string): void {
    if (!raw.some(hasInvisible)) return;
    this.note('invisible-character', place, 'Đã bỏ ký tự ẩn, không in được.');
  }
}

/** The document as it will be printed, and what was mended to get there. */
export function repair(source: OfficialDocument): {
  document: OfficialDocument;
  repairs: Repair[];
} {
  const mend = new Repairer();
  const { authority, signerPost: post, signerName } = source;
  const first = mend.signature({ authority, post, signerName });
  const addressees = mend.lines(source.addressees, 'Kính gửi');
  const document: OfficialDocument = {
    ...source,
    parentBody: source.parentBody && mend.text(source.parentBody, 'Cơ quan chủ quản'),
    issuingBody: mend.text(source.issuingBody, 'Cơ quan ban hành'),
    issuingBodyName:
      source.issuingBodyName && mend.line(source.issuingBodyName, 'Cơ quan ban hành'),
    coIssuingBodies: source.coIssuingBodies?.map((body) => mend.text(body, 'Cơ quan ban hành')),
    number: source.number === undefined ? undefined : mend.number(source.number),
    symbol: mend.line(source.symbol, 'Ký hiệu'),
    place: mend.line(source.place, 'Địa danh'),
    abstract: mend.abstract(source.abstract),
    salutation: source.salutation && mend.line(source.salutation, 'Kính gửi'),
    addressees: addressees.length > 1 ? mend.closedLines(addressees, 'Kính gửi') : addressees,
    decidingAuthority:
      source.decidingAuthority && mend.text(source.decidingAuthority, 'Thẩm quyền ban hành'),
    legalBases: source.legalBases && mend.closedLines(source.legalBases, 'Căn cứ'),
    body: mend.body(source.body, 'Nội dung'),
    annexes: source.annexes?.map((annex, i): Annex => ({
      title: mend.line(annex.title, `Phụ lục ${i + 1}`),
      body: mend.body(annex.body, `Phụ lục ${i + 1}`),
    })),
    recipientLines: mend.closedLines(source.recipientLines, 'Nơi nhận'),
    authority: first.authority,
    signerPost: first.post,
    signerName: first.signerName,
    coSignatures: source.coSignatures?.map((block) => mend.signature(block)),
    typistMark: source.typistMark && mend.line(source.typistMark, 'Ký hiệu người soạn thảo'),
    contact: source.contact && mend.lines(source.contact, 'Địa chỉ cơ quan'),
  };
  return { document, repairs: mend.repairs };
}
