import type { Block } from '../body.ts';
import { rulesOf } from '../document-types.ts';
import { MOTTO, NATIONAL_NAME } from '../layout/letterhead-words.ts';
import { roman } from '../layout/roman.ts';
import { type OfficialDocument, signatureBlocks } from '../official-document.ts';
import type { ComponentKind } from './component-forms.ts';
import { Finder, type Located } from './finder.ts';
import type { Glyph } from './reading/printed-file.ts';
import { TextIndex } from './reading/text-index.ts';
import { ReadingOrders } from './reading/reading-orders.ts';
import { squeezed } from '../squeezed.ts';

const CENTRED = /^((?:Phần|Chương|Mục|Tiểu mục) \S+?)[.:]?\s+(.+)$/u;

/** Looks for every component of `document` among the glyphs of a file, in whatever order the file draws them. */
export function locate(document: OfficialDocument, glyphs: Glyph[], middle: number): Located[] {
  const contact = locateContact(document, glyphs);
  // The foot of page 1 stands in the middle of a text that goes on to page 2.
  const foot = new Set(contact.flatMap(({ lines }) => lines).flatMap((line) => line.glyphs));
  const words = glyphs.filter((glyph) => !foot.has(glyph));
  return [...new Locator(new ReadingOrders(words, middle)).components(document), ...contact];
}

function locateContact({ contact = [] }: OfficialDocument, glyphs: Glyph[]): Located[] {
  const index = new TextIndex(glyphs.filter(({ page }) => page === 1));
  return contact.map((words) => {
    let lowest = index.find(words, 'alone');
    for (let next = lowest; next; next = index.find(words, 'alone', next.end)) lowest = next;
    return { kind: 'contact', place: 'Địa chỉ cơ quan', lines: lowest?.lines ?? [] };
  });
}

class Locator {
  private readonly finder: Finder;

  constructor(orders: ReadingOrders) {
    this.finder = new Finder(orders);
  }

  *components(document: OfficialDocument): Generator<Located> {
    yield* this.letterhead(document);
    yield* this.title(document);
    yield* this.addressees(document);
    for (const [i, basis] of (document.legalBases ?? []).entries()) {
      yield this.finder.next('legal-basis', `Căn cứ, dòng ${i + 1}`, basis, 'whole');
    }
    yield* this.body(document.body, 'Nội dung');
    yield* this.closing(document);
    yield* this.annexes(document);
  }

  private *letterhead(document: OfficialDocument): Generator<Located> {
    const { parentBody, issuingBody, coIssuingBodies = [], number, symbol, date } = document;
    yield this.finder.anywhere('national-name', 'Quốc hiệu', [
      NATIONAL_NAME,
      NATIONAL_NAME.replace('HÒA', 'HOÀ'),
    ]);
    yield this.finder.anywhere('motto', 'Tiêu ngữ', [MOTTO]);
    if (parentBody) yield this.finder.anywhere('parent-body', 'Tên cơ quan chủ quản', [parentBody]);
    const bodies = [issuingBody, ...coIssuingBodies].join(' - ');
    if (issuingBody) yield this.finder.anywhere('issuing-body', 'Tên cơ quan ban hành', [bodies]);
    const tail = squeezed(symbol).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    // A number or a date that was filled in later is drawn apart from its line.
    yield this.finder.matching('number', 'Số, ký hiệu', [
      ...when(number !== undefined, new RegExp(`số:\\d[^/]{0,7}/${tail}`, 'u'), 'exactly'),
      [new RegExp(`số:[^/]{0,8}/${tail}`, 'u'), 'exactly'],
      [/số:[^/]{0,8}\//u, 'whole'],
    ]);
    yield this.finder.matching(
      'place-and-date',
      'Địa danh, ngày tháng',
      [
        ...when(date !== undefined, /ngày\d{1,2}tháng\d{1,2}năm\d{4}/u, 'whole'),
        [/ngày\d{0,2}tháng\d{0,2}năm\d{0,4}/u, 'whole'],
      ],
      (text) => /^[^,]{0,60},?\s*ngày.*năm\s*\d{0,4}$/u.test(text),
    );
  }

  private *title({ type, abstract, urgency }: OfficialDocument): Generator<Located> {
    const { title: name } = rulesOf(type);
    if (name === undefined) {
      if (abstract) yield this.finder.anywhere('letter-abstract', 'Trích yếu', [`V/v ${abstract}`]);
    } else {
      yield this.finder.next('type-name', 'Tên loại văn bản', name, 'alone');
      if (abstract) yield this.finder.next('title-abstract', 'Trích yếu', abstract, 'alone');
    }
    if (urgency) yield this.finder.anywhere('urgency', 'Dấu chỉ mức độ khẩn', [urgency]);
  }

  private *addressees({ type, salutation, addressees }: OfficialDocument): Generator<Located> {
    const words = salutation ?? rulesOf(type).salutation;
    const [only, ...others] = addressees;
    if (only === undefined) return;
    if (others.length === 0) {
      yield this.finder.next('addressee', 'Kính gửi', `${words} ${only}`, 'whole');
      return;
    }
    yield this.finder.next('addressee', 'Kính gửi', words, 'alone');
    for (const [i, name] of addressees.entries()) {
      yield this.finder.next('addressee', `Kính gửi, dòng ${i + 1}`, name, 'whole');
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
      let located = this.finder.next(kind, place, bare, 'alone');
      // Whether the end mark is there is a question of its own.
      if (located.lines.length === 0) {
        located = this.finder.next(kind, place, bare.replace(/\.\/\.$/, ''), 'starting');
      }
      yield { ...located, block: block.kind, isLast: i === blocks.length - 1 };
    }
  }

  private *closing(document: OfficialDocument): Generator<Located> {
    const end = this.finder.position;
    for (const { authority, post, signerName } of signatureBlocks(document)) {
      // Joint signatures may be drawn in any order.
      this.finder.position = end;
      const words: [ComponentKind, string, string][] = [
        ['authority', 'Quyền hạn, chức vụ', authority.join(' ')],
        ['signer-name', 'Chức vụ khác của người ký', post ?? ''],
        ['signer-name', 'Họ tên người ký', signerName],
      ];
      for (const [kind, place, text] of words) {
        if (text !== '') yield this.finder.next(kind, place, text, 'alone');
      }
    }
    this.finder.position = end;
    if (document.recipientLines.length > 0) {
      yield this.finder.next('recipients-heading', 'Chữ "Nơi nhận:"', 'Nơi nhận:', 'alone');
    }
    for (const [i, line] of document.recipientLines.entries()) {
      if (line === '') continue;
      const isLast = i === document.recipientLines.length - 1;
      const place = `Nơi nhận, dòng ${i + 1}`;
      yield { ...this.finder.next('recipient-line', place, line, 'whole'), isLast };
    }
    const { typistMark } = document;
    if (typistMark)
      yield this.finder.anywhere('typist-mark', 'Ký hiệu người soạn thảo', [typistMark]);
  }

  private *annexes({ annexes = [] }: OfficialDocument): Generator<Located> {
    for (const [i, { title, body }] of annexes.entries()) {
      const label = annexes.length > 1 ? `Phụ lục ${roman(i + 1)}` : 'Phụ lục';
      yield this.finder.next('annex-label', `Phụ lục ${i + 1}`, label, 'alone');
      yield this.finder.next('annex-title', `Phụ lục ${i + 1}, tên`, title, 'alone');
      yield* this.body(body, `Phụ lục ${i + 1}`);
    }
  }
}

const when = (wanted: boolean, pattern: RegExp, as: 'exactly' | 'whole'): [RegExp, typeof as][] =>
  wanted ? [[pattern, as]] : [];
