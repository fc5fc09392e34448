import type { Block, Run } from './body.ts';
import { rulesOf } from './document-types.ts';
import type { FontFamily } from './fonts/font-family.ts';
import type { FontStyle } from './fonts/typeface.ts';
import { type OfficialDocument, signatureBlocks } from './official-document.ts';
import { RenderError } from './render-error.ts';
import { TYPE } from './typography.ts';

export interface PrintedText {
  /** In Vietnamese, for messages: `Nơi nhận, dòng 6`. */
  place: string;
  text: string;
  style: FontStyle;
}

export function runStyle({ bold, italic }: Run): FontStyle {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
}

/** Every word that will be printed, with the place where a clerk finds it. */
export function* printedTexts(document: OfficialDocument): Generator<PrintedText> {
  const one = (place: string, text: string | undefined, style: FontStyle): PrintedText => ({
    place,
    text: text ?? '',
    style,
  });
  const titled = rulesOf(document.type).title !== undefined;
  yield one('Cơ quan chủ quản', document.parentBody, 'regular');
  yield one('Cơ quan ban hành', document.issuingBody, 'bold');
  yield one('Cơ quan ban hành', document.issuingBodyName, 'italic');
  for (const body of document.coIssuingBodies ?? []) yield one('Cơ quan ban hành', body, 'bold');
  yield one('Ký hiệu', document.symbol, TYPE.number.style);
  yield one('Địa danh', document.place, TYPE.placeAndDate.style);
  yield one('Trích yếu', document.abstract, titled ? 'bold' : 'regular');
  yield one('Kính gửi', document.salutation, 'regular');
  for (const [i, text] of document.addressees.entries()) {
    yield one(`Kính gửi, dòng ${i + 1}`, text, 'regular');
  }
  yield one('Thẩm quyền ban hành', document.decidingAuthority, 'bold');
  for (const [i, text] of (document.legalBases ?? []).entries()) {
    yield one(`Căn cứ, dòng ${i + 1}`, text, 'italic');
  }
  yield* bodyTexts(document.body, 'Nội dung');
  for (const [i, text] of document.recipientLines.entries()) {
    yield one(`Nơi nhận, dòng ${i + 1}`, text, 'regular');
  }
  for (const { authority, post, signerName } of signatureBlocks(document)) {
    yield one('Quyền hạn, chức vụ', [...authority, post ?? ''].join(' '), 'bold');
    yield one('Họ tên người ký', signerName, 'bold');
  }
  for (const [i, annex] of (document.annexes ?? []).entries()) {
    yield one(`Phụ lục ${i + 1}, tiêu đề`, annex.title, 'bold');
    yield* bodyTexts(annex.body, `Phụ lục ${i + 1}`);
  }
  yield one('Ký hiệu người soạn thảo', document.typistMark, 'regular');
  yield one('Địa chỉ cơ quan', document.contact?.join(' '), 'regular');
}

function* bodyTexts(body: Block[], part: string): Generator<PrintedText> {
  for (const [i, block] of body.entries()) {
    const place = `${part}, đoạn ${i + 1}`;
    const runs = block.kind === 'table' ? [block.head, ...block.rows].flat(2) : block.runs;
    for (const run of runs) yield { place, text: run.text, style: runStyle(run) };
  }
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Throws on the first character that cannot be printed, naming it and its place. */
export function requireGlyphs(texts: Iterable<PrintedText>, fonts: FontFamily): void {
  for (const { place, text, style } of texts) {
    for (const character of text) {
      const code = character.codePointAt(0)!;
      if (code === 0x0a || (fonts[style].has(code) && !RIGHT_TO_LEFT.test(character))) continue;
      const name = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
      throw new RenderError(
        'missing-glyph',
        `Không in được ký tự "${character}" (${name}) ở: ${place}. ` +
          'Phông chữ của văn bản không có ký tự này; hãy bỏ đi hoặc viết bằng chữ.',
      );
    }
  }
}
