import type { Block } from '../body.ts';
import { type OfficialDocument, signatureBlocks } from '../official-document.ts';

/** Part of the dispatch that a text belongs to; blanks in tables and annexes are often left to be filled in. */
export type Part = 'abstract' | 'addressee' | 'basis' | 'body' | 'recipient' | 'signature' | 'form';

export interface WrittenText {
  part: Part;
  /** `Nơi nhận, dòng 6`. */
  place: string;
  text: string;
}

/** Everything that the drafter writes, one entry a line, a paragraph or a cell. */
export function writtenTexts(document: OfficialDocument): WrittenText[] {
  return [...texts(document)];
}

function* texts(document: OfficialDocument): Generator<WrittenText> {
  const { abstract, addressees, legalBases = [], recipientLines, annexes = [] } = document;
  yield { part: 'abstract', place: 'Trích yếu', text: abstract };
  yield* lines('addressee', 'Kính gửi', addressees);
  yield* lines('basis', 'Căn cứ', legalBases);
  yield* blocks(document.body, 'Nội dung', 'body');
  yield* lines('recipient', 'Nơi nhận', recipientLines);
  for (const { authority, signerName } of signatureBlocks(document)) {
    yield { part: 'signature', place: 'Quyền hạn, chức vụ', text: authority.join(' ') };
    yield { part: 'signature', place: 'Họ tên người ký', text: signerName };
  }
  for (const [i, { title, body }] of annexes.entries()) {
    yield { part: 'form', place: `Phụ lục ${i + 1}, tên`, text: title };
    yield* blocks(body, `Phụ lục ${i + 1}`, 'form');
  }
}

function* lines(part: Part, name: string, written: string[]): Generator<WrittenText> {
  for (const [i, text] of written.entries()) {
    yield { part, place: written.length > 1 ? `${name}, dòng ${i + 1}` : name, text };
  }
}

function* blocks(body: Block[], name: string, part: Part): Generator<WrittenText> {
  for (const [i, block] of body.entries()) {
    const place = `${name}, đoạn ${i + 1}`;
    if (block.kind !== 'table') {
      yield { part, place, text: block.runs.map((run) => run.text).join('') };
      continue;
    }
    for (const cell of [block.head, ...block.rows].flat()) {
      yield { part: 'form', place, text: cell.map((run) => run.text).join('') };
    }
  }
}
