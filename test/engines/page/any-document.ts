import fc from 'fast-check';
import { parseBody } from '../../../src/engines/page/body.ts';
import { DOCUMENT_TYPES, type DocumentType } from '../../../src/engines/page/document-types.ts';
import type { OfficialDocument } from '../../../src/engines/page/official-document.ts';

const WORDS =
  'Ủy ban nhân dân tỉnh đề nghị các cơ quan, đơn vị triển khai thực hiện nghiêm túc (nội dung) 30/2020/NĐ-CP; 156 & <5656> "an toàn" – quyết nghiệm thượng https://example.example/duong-dan/rat-dai/khong-co-dau-cach/2026'.split(
    ' ',
  );

const word = fc.oneof(
  { weight: 30, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.constantFrom('**', '*', '|', '- ', '1. ', './.', ';', '.') },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 400 }).map((length) => 'm'.repeat(length)) },
);

/** What people paste: emoji, control characters, invisible marks, Arabic, decomposed letters. */
const stray = fc.constantFrom(
  '😀',
  '\u0000',
  '\u202e',
  '\u200b',
  'سلام',
  'e\u0302\u0301',
  '\ud83d',
  '漢',
  '\t',
);

const phrase = (most: number, strays: boolean) =>
  fc
    .array(
      strays ? fc.oneof({ weight: 200, arbitrary: word }, { weight: 1, arbitrary: stray }) : word,
      {
        minLength: 1,
        maxLength: most,
      },
    )
    .map((words) => words.join(' '));

const table = (strays: boolean) =>
  fc
    .tuple(
      fc.integer({ min: 1, max: 8 }),
      fc.array(phrase(8, strays), { minLength: 0, maxLength: 40 }),
    )
    .map(([columns, cells]) => {
      const rows = [`|${'Cột|'.repeat(columns)}`, `|${'---|'.repeat(columns)}`];
      for (let i = 0; i < cells.length; i += columns) {
        rows.push(
          `|${cells
            .slice(i, i + columns)
            .join('|')
            .replaceAll('\n', ' ')}|`,
        );
      }
      return rows.join('\n');
    });

const body = (strays: boolean) =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: phrase(60, strays) },
        { weight: 2, arbitrary: phrase(30, strays).map((text) => `- ${text}`) },
        { weight: 1, arbitrary: phrase(12, strays).map((text) => `# ${text}`) },
        { weight: 1, arbitrary: phrase(6, strays).map((text) => `# Chương II. ${text}`) },
        { weight: 1, arbitrary: table(strays) },
      ),
      { minLength: 1, maxLength: 8 },
    )
    .map((blocks) => parseBody(blocks.join('\n\n')));

/** Any document that a form could send; with `strays` also what no form should. */
export function anyDocument(strays: boolean): fc.Arbitrary<OfficialDocument> {
  const signature = fc.record({
    authority: fc.array(phrase(4, strays), { minLength: 1, maxLength: 3 }),
    signerName: phrase(4, strays),
  });
  return fc.record(
    {
      type: fc.constantFrom(...(Object.keys(DOCUMENT_TYPES) as DocumentType[])),
      parentBody: fc.option(phrase(9, strays), { nil: undefined }),
      issuingBody: phrase(10, strays),
      number: fc.option(fc.integer({ min: 1, max: 99_999 }).map(String), { nil: undefined }),
      symbol: fc.constantFrom('STTTT-CNTT-VT', 'UBND', 'TTr-SKHCN'),
      place: fc.constantFrom('Hưng Yên', 'Thành phố Hồ Chí Minh', 'Quận 1'),
      date: fc.constantFrom(undefined, '2026-01-05', '2026-12-31'),
      year: fc.constant(2026),
      urgency: fc.constantFrom(undefined, 'KHẨN', 'THƯỢNG KHẨN', 'HỎA TỐC'),
      circulation: fc.constantFrom(undefined, 'XEM XONG TRẢ LẠI'),
      abstract: phrase(30, strays),
      addressees: fc.array(phrase(20, strays), { maxLength: 6 }),
      legalBases: fc.option(fc.array(phrase(25, strays), { maxLength: 3 }), { nil: undefined }),
      body: body(strays),
      recipientLines: fc.array(phrase(14, strays), { maxLength: 60 }),
      authority: fc.array(phrase(4, strays), { minLength: 1, maxLength: 3 }),
      signerName: phrase(4, strays),
      coSignatures: fc.option(fc.array(signature, { minLength: 1, maxLength: 2 }), {
        nil: undefined,
      }),
      annexes: fc.option(
        fc.array(fc.record({ title: phrase(10, strays), body: body(strays) }), {
          minLength: 1,
          maxLength: 2,
        }),
        { nil: undefined },
      ),
      contact: fc.option(fc.array(phrase(12, strays), { minLength: 1, maxLength: 3 }), {
        nil: undefined,
      }),
    },
    {
      requiredKeys: [
        'issuingBody',
        'symbol',
        'place',
        'year',
        'abstract',
        'addressees',
        'body',
        'recipientLines',
        'authority',
        'signerName',
      ],
    },
  );
}
