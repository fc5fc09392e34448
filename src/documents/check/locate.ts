import type { Block } from '../../dispatches/body.ts';
import { rulesOf } from '../document-types.ts';
import { MOTTO, NATIONAL_NAME } from '../layout/national-name.ts';
import { roman } from '../layout/roman.ts';
import { type OfficialDocument, signatureBlocks } from '../official-document.ts';
import type { ComponentKind } from './component-forms.ts';
import type { PrintedLine } from './reading/printed-file.ts';
import { type Extent, squeezed, type TextIndex } from './reading/text-index.ts';

/** A component that the draft asks for, and where the file prints it. */
export interface Located {
  kind: ComponentKind;
  /** `Nội dung, đoạn 3`. */
  place: string;
  /** Kind of the block, for what stands in a body. */
  block?: 'paragraph' | 'item' | 'heading';
  /** Empty where the file does not print it. */
  lines: PrintedLine[];
}

const CENTRED = /^((?:Phần|Chương|Mục|Tiểu mục) \S+?)[.:]?\s+(.+)$/u;

/** Looks for every component of `document` in a file, in whatever order the file draws them. */
export function locate(document: OfficialDocument, orders: TextIndex[]): Located[] {
  return [...new Locator(orders).components(document)];
}

class Locator {
  /** How far the reading in the order of the content has come. */
  private position = 0;

  constructor(private readonly orders: TextIndex[]) {}

  *components(document: OfficialDocument): Generator<Located> {
    yield* this.letterhead(document);
    yield* this.title(document);
    yield* this.addressees(document);
    for (const [i, basis] of (document.legalBases ?? []).entries()) {
      yield this.next('legal-basis', `Căn cứ, dòng ${i + 1}`, basis, 'whole');
    }
    yield* this.body(document.body, 'Nội dung');
    yield* this.closing(document);
    yield* this.annexes(document);
  }

  private *letterhead(document: OfficialDocument): Generator<Located> {
    const { parentBody, issuingBody, coIssuingBodies = [], symbol } = document;
    yield this.anywhere('national-name', 'Quốc hiệu', [
      NATIONAL_NAME,
      NATIONAL_NAME.replace('HÒA', 'HOÀ'),
    ]);
    yield this.anywhere('motto', 'Tiêu ngữ', [MOTTO]);
    if (parentBody) yield this.anywhere('parent-body', 'Tên cơ quan chủ quản', [parentBody]);
    const bodies = [issuingBody, ...coIssuingBodies].join(' - ');
    if (issuingBody) yield this.anywhere('issuing-body', 'Tên cơ quan ban hành', [bodies]);
    const tail = squeezed(symbol).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    yield this.matching('number', 'Số, ký hiệu', [
      [new RegExp(`số:[^/]{0,8}/${tail}`, 'u'), 'exactly'],
      [/số:[^/]{0,8}\//u, 'whole'],
    ]);
    yield this.matching(
      'place-and-date',
      'Địa danh, ngày tháng',
      [[/ngày\d{0,2}tháng\d{0,2}năm\d{0,4}/u, 'whole']],
      (lines) => /^[^,]{0,60},?\s*ngày.*năm\s*\d{0,4}$/u.test(textOf(lines)),
    );
  }

  private *title({ type, abstract, urgency }: OfficialDocument): Generator<Located> {
    const { title: name } = rulesOf(type);
    if (name === undefined) {
      if (abstract) yield this.anywhere('letter-abstract', 'Trích yếu', [`V/v ${abstract}`]);
    } else {
      yield this.next('type-name', 'Tên loại văn bản', name, 'alone');
      if (abstract) yield this.next('title-abstract', 'Trích yếu', abstract, 'alone');
    }
    if (urgency) yield this.anywhere('urgency', 'Dấu chỉ mức độ khẩn', [urgency]);
  }

  private *addressees({ type, salutation, addressees }: OfficialDocument): Generator<Located> {
    const words = salutation ?? rulesOf(type).salutation;
    const [only, ...others] = addressees;
    if (only === undefined) return;
    if (others.length === 0) {
      yield this.next('addressee', 'Kính gửi', `${words} ${only}`, 'whole');
      return;
    }
    yield this.next('addressee', 'Kính gửi', words, 'alone');
    for (const [i, name] of addressees.entries()) {
      yield this.next('addressee', `Kính gửi, dòng ${i + 1}`, name, 'whole');
    }
  }

  private *body(blocks: Block[], part: string): Generator<Located> {
    for (const [i, block] of blocks.entries()) {
      if (block.kind === 'table') continue;
      const text = block.runs.map((run) => run.text).join('');
      const place = `${part}, đoạn ${i + 1}`;
      const kind = block.kind === 'heading' ? 'heading' : 'text';
      const words = block.kind === 'item' ? `${block.marker} ${text}` : text;
      const bare = block.kind === 'heading' ? words.replace(CENTRED, '$1 $2') : words;
      let located = this.next(kind, place, bare, 'exactly');
      // Whether the end mark is there is a question of its own.
      if (located.lines.length === 0 && bare.endsWith('./.')) {
        located = this.next(kind, place, bare.slice(0, -'./.'.length), 'exactly');
      }
      yield { ...located, block: block.kind };
    }
  }

  private *closing(document: OfficialDocument): Generator<Located> {
    const end = this.position;
    for (const { authority, post, signerName } of signatureBlocks(document)) {
      const from = (words: string, kind: ComponentKind, place: string) => {
        this.position = end;
        return this.next(kind, place, words, 'alone');
      };
      if (authority.length > 0) {
        yield from(authority.join(' '), 'authority', 'Quyền hạn, chức vụ');
      }
      if (post) yield from(post, 'signer-name', 'Chức vụ khác của người ký');
      if (signerName) yield from(signerName, 'signer-name', 'Họ tên người ký');
    }
    this.position = end;
    if (document.recipientLines.length > 0) {
      yield this.next('recipients-heading', 'Chữ "Nơi nhận:"', 'Nơi nhận:', 'alone');
    }
    for (const [i, line] of document.recipientLines.entries()) {
      yield this.next('recipient-line', `Nơi nhận, dòng ${i + 1}`, line, 'whole');
    }
    const { typistMark, contact = [] } = document;
    if (typistMark) yield this.anywhere('typist-mark', 'Ký hiệu người soạn thảo', [typistMark]);
    for (const line of contact) yield this.anywhere('contact', 'Địa chỉ cơ quan', [line]);
  }

  private *annexes({ annexes = [] }: OfficialDocument): Generator<Located> {
    for (const [i, { title, body }] of annexes.entries()) {
      const label = annexes.length > 1 ? `Phụ lục ${roman(i + 1)}` : 'Phụ lục';
      yield this.next('annex-label', `Phụ lục ${i + 1}`, label, 'alone');
      yield this.next('annex-title', `Phụ lục ${i + 1}, tên`, title, 'alone');
      yield* this.body(body, `Phụ lục ${i + 1}`);
    }
  }

  /** After what was found last; failing that, anywhere. */
  private next(kind: ComponentKind, place: string, words: string, as: Extent): Located {
    const found = this.orders[0]!.find(words, as, this.position);
    if (!found) return this.anywhere(kind, place, [words], as);
    this.position = found.end;
    return { kind, place, lines: found.lines };
  }

  private anywhere(
    kind: ComponentKind,
    place: string,
    spellings: string[],
    as: Extent = 'alone',
  ): Located {
    for (const order of this.orders) {
      for (const words of spellings) {
        const found = order.find(words, as);
        if (found) return { kind, place, lines: found.lines };
      }
    }
    return { kind, place, lines: [] };
  }

  private matching(
    kind: ComponentKind,
    place: string,
    patterns: [RegExp, 'exactly' | 'whole'][],
    fits: (lines: PrintedLine[]) => boolean = () => true,
  ): Located {
    for (const [pattern, as] of patterns) {
      for (const order of this.orders) {
        const found = order.match(pattern, as);
        if (found && fits(found.lines)) return { kind, place, lines: found.lines };
      }
    }
    return { kind, place, lines: [] };
  }
}

const textOf = (lines: PrintedLine[]) => lines.map((line) => line.text).join(' ');
