import fc from 'fast-check';
import {
  Dictionary,
  Name,
  Numeral,
  type PdfObject,
  Reference,
  Text,
  text,
  wordsOf,
} from '../../../src/engines/signatures/pdf/objects.ts';
import { Parser } from '../../../src/engines/signatures/pdf/parser.ts';
import { serialize } from '../../../src/engines/signatures/pdf/serialize.ts';

const key = fc.string({
  unit: fc.integer({ min: 33, max: 255 }).map((code) => String.fromCharCode(code)),
  minLength: 1,
  maxLength: 12,
});

const { object } = fc.letrec<{ object: PdfObject }>((tie) => ({
  object: fc.oneof(
    { maxDepth: 4, depthSize: 'small' },
    fc.constantFrom<PdfObject>(null, true, false),
    fc
      .constantFrom('0', '-1', '+17', '.5', '4.', '313.515162', '-.002')
      .map((digits) => new Numeral(digits)),
    key.map((value) => new Name(value)),
    fc.uint8Array({ maxLength: 40 }).map((bytes) => new Text(Buffer.from(bytes))),
    fc.integer({ min: 1, max: 9_999_999 }).map((number) => new Reference(number)),
    fc.array(tie('object'), { maxLength: 5 }),
    fc
      .array(fc.tuple(key, tie('object')), { maxLength: 5 })
      .map((entries) => new Dictionary(entries)),
  ),
}));

const parse = (source: string) => new Parser(Buffer.from(source, 'latin1'), 0).object();

describe('Objects of a PDF', () => {
  it('read back as they were written, to the digit', () => {
    fc.assert(
      fc.property(object, (written) => {
        const bytes = serialize(written);
        const parser = new Parser(bytes, 0);
        expect(parser.object()).toEqual(written);
        expect(parser.position).toBe(bytes.length);
      }),
    );
  });

  it.each([
    ['(a\\(b\\)\\\\c)', 'a(b)\\c'],
    ['(a(b)c)', 'a(b)c'],
    ['(\\101\\12\\7z)', 'A\n\u0007z'],
    ['(one\\\ntwo\r\nthree)', 'onetwo\nthree'],
    ['<48 65 6C6c 6F7>', 'Hellop'],
  ])('read the strings of other writers: %s', (source, words) => {
    expect(wordsOf(parse(source) as Text)).toBe(words);
  });

  it('keep Vietnamese words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (words) => {
        if (/^\u00fe\u00ff/.test(words)) return;
        expect(wordsOf(text(words))).toBe(words);
      }),
    );
  });

  it.each([
    '<</A 1 /A 2>>',
    '<</A>>',
    '[1',
    '(open',
    '<4X>',
    'nul',
    '1.2.3',
    '<< 1 2 >>',
    '',
    '[[[['.repeat(60),
  ])('are refused where two readers could differ: %s', (source) => {
    expect(() => parse(source)).toThrow(expect.objectContaining({ code: 'unreadable-pdf' }));
  });
});
