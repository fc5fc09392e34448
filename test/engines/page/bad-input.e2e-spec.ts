import { parseBody } from '../../../src/engines/page/body.ts';
import type { OfficialDocument } from '../../../src/engines/page/official-document.ts';
import { renderDispatch } from '../../../src/engines/page/render-dispatch.ts';
import { RenderError } from '../../../src/engines/page/render-error.ts';
import type { PageProblem } from '../../../src/platform/problems/problems.ts';
import { letter, prose } from './corpus/build.ts';

async function refusal(changes: Parameters<typeof letter>[0]): Promise<RenderError> {
  const outcome = await renderDispatch(letter(changes), { fields: true }).catch(
    (error: unknown) => error,
  );
  expect(outcome).toBeInstanceOf(RenderError);
  return outcome as RenderError;
}

const table = (columns: number) =>
  `|${'A|'.repeat(columns)}\n|${'-|'.repeat(columns)}\n|${'1|'.repeat(columns)}`;

const REFUSED: [string, Parameters<typeof letter>[0], PageProblem, string[]][] = [
  [
    'an emoji in Nơi nhận',
    { recipientLines: ['Như trên', 'Lãnh đạo 😀 Sở', 'Lưu: VT'] },
    'missing-glyph',
    ['😀', 'U+1F600', 'Nơi nhận, dòng 2'],
  ],
  [
    'a Chinese letter in the body',
    { markdown: `${prose(1)}\n\nChữ 漢.` },
    'missing-glyph',
    ['漢', 'Nội dung, đoạn 2'],
  ],
  [
    'half a surrogate pair',
    { abstract: 'tuyên truyền \ud83d' },
    'missing-glyph',
    ['U+D83D', 'Trích yếu'],
  ],
  ['right-to-left letters', { signerName: 'שלום' }, 'missing-glyph', ['Họ tên người ký']],
  [
    'an emoji in an annex',
    { annexes: [{ title: 'Danh mục', body: parseBody('Mục 🎉') }] },
    'missing-glyph',
    ['🎉', 'Phụ lục 1, đoạn 1'],
  ],
  ['a number with a letter', { number: '12/2026' }, 'number-form', ['12/2026']],
  ['number zero', { number: '0' }, 'number-form', ['"0"']],
  ['a number of seven digits', { number: '1234567' }, 'number-form', ['1234567']],
  ['a day that never was', { date: '2026-02-29' }, 'date-form', ['2026-02-29']],
  ['a table of 30 columns', { markdown: table(30) }, 'table-too-wide', ['30 cột', '18 cột']],
  ['an empty body', { body: [] }, 'empty-component', ['nội dung']],
  ['a body of spaces', { body: parseBody(' \u200b \n\n ') }, 'empty-component', ['nội dung']],
  ['no abstract', { abstract: ' ' }, 'empty-component', ['trích yếu']],
  ['no signer', { signerName: '' }, 'empty-component', ['người ký']],
  ['no authority', { authority: [] }, 'empty-component', ['chức vụ']],
  ['an abstract longer than a page', { abstract: prose(40) }, 'component-too-long', ['Phần đầu']],
  [
    'a symbol longer than its column',
    { symbol: 'A'.repeat(60) },
    'component-too-long',
    ['Ký hiệu'],
  ],
  [
    'an address of fifty lines',
    { contact: Array.from({ length: 50 }, () => 'Hưng Yên') },
    'component-too-long',
    ['chân trang'],
  ],
];

describe('What cannot be printed', () => {
  it.each(REFUSED)('refuses %s, naming it and its place', async (_, changes, code, named) => {
    const error = await refusal(changes);
    expect(error.code).toBe(code);
    for (const words of named) expect(error.message).toContain(words);
  });

  it('refuses font files that it cannot read, naming them', async () => {
    const file = '/nowhere/times.ttf';
    const fonts = { regular: file, bold: file, italic: file, boldItalic: file };
    await expect(renderDispatch(letter(), { fonts })).rejects.toMatchObject({
      code: 'font-unreadable',
      message: expect.stringContaining(file) as string,
    });
  });
});

describe('What the form mends', () => {
  const repairsOf = async (document: OfficialDocument) =>
    (await renderDispatch(document)).repairs.map(({ code, place }) => `${code}: ${place}`);

  it('takes out control characters and invisible marks, and says where', async () => {
    const document = letter({
      abstract: 'tuyên\u202e truyền\u200f',
      recipientLines: ['Như trên', 'Lãnh\u0007 đạo Sở', 'Lưu: VT'],
      markdown: `${prose(1)}\n\nHai\u200bmươi./.`,
    });
    expect(await repairsOf(document)).toEqual([
      'invisible-character: Trích yếu',
      'invisible-character: Nội dung, đoạn 2',
      'invisible-character: Nơi nhận, dòng 2',
    ]);
  });

  it('writes the marks of Nơi nhận that its writer forgot', async () => {
    const recipientLines = ['Như trên;', 'Lãnh đạo Sở', 'Lưu: VT;'];
    expect(await repairsOf(letter({ recipientLines, markdown: 'Hết./.' }))).toEqual([
      'closing-mark: Nơi nhận, dòng 2',
      'closing-mark: Nơi nhận, dòng 3',
    ]);
  });

  it('says nothing of lines that come without marks, as a form sends them', async () => {
    expect(await repairsOf(letter({ markdown: 'Hết./.' }))).toEqual([]);
  });

  it('pads the number, ends the text and trims the abstract', async () => {
    const document = letter({ number: '7', abstract: 'V/v họp giao ban.', markdown: 'Hết.' });
    expect(await repairsOf(document)).toEqual([
      'number-padding: Số',
      'abstract-form: Trích yếu',
      'end-of-text: Nội dung',
    ]);
  });

  it('leaves what it was given untouched', async () => {
    const document = letter({ number: '7', markdown: 'Hết.' });
    const before = structuredClone(document);
    await renderDispatch(document);
    expect(document).toEqual(before);
  });

  it.each(['cong-van', 'quyet-dinh'] as const)('shows a %s as far as it has come', async (type) => {
    const draft = letter({
      type,
      number: undefined,
      date: undefined,
      abstract: '.',
      body: [],
      authority: [],
      signerName: '',
    });
    expect((await renderDispatch(draft)).pages).toBe(1);
  });
});
