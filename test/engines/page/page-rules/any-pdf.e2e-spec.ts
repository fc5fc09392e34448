import { checkPdf, type PageFinding } from '../../../../src/engines/page/page-rules/check-pdf.ts';
import {
  readPdf,
  UnreadableFile,
} from '../../../../src/engines/page/page-rules/reading/read-pdf.ts';
import { renderDispatch } from '../../../../src/engines/page/render-dispatch.ts';
import { judgeWords } from '../../../../src/engines/page/word-rules/judge-words.ts';
import { CORPUS } from '../corpus/corpus.ts';
import { sampled } from '../../../support/lane.ts';
import { asNotice } from './notice.ts';
import { typed } from './forged-page.ts';
import { drawn, LETTER, type Line } from './producers/drawn.ts';
import { both } from './spoiling.ts';
import { SPOILT_COMPONENTS } from './spoilt-components.ts';
import { SPOILT_NUMBER } from './spoilt-number.ts';
import { SPOILT_PAPER } from './spoilt-paper.ts';
import { SPOILT_TEXT } from './spoilt-text.ts';

const rulesOf = (findings: PageFinding[]) => findings.map(({ rule }) => rule);
const valueOf = (read: { label: string; value: string }[], wanted: string) =>
  read.find(({ label }) => label === wanted)?.value;

describe('Kiểm tra thể thức of a page of ours', () => {
  it.each(sampled(CORPUS, 6))('claims nothing of: $name', async ({ document }) => {
    const { pdf } = await renderDispatch(document);
    const { findings, notJudged, read } = await checkPdf(pdf);
    const said = new Set(judgeWords(document).map(({ rule }) => rule));
    expect(findings.filter(({ rule }) => !said.has(rule))).toEqual([]);
    expect(notJudged).toBeUndefined();
    expect(valueOf(read, 'Ký hiệu')).toBe(document.symbol);
    expect(valueOf(read, 'Người ký')).toContain(document.signerName.normalize('NFC'));
  });
});

describe('Kiểm tra thể thức of a page that is typed by hand', () => {
  it.each([
    ['a letter', () => {}],
    ['a notice', asNotice],
  ])('claims nothing of %s without a fault', async (_, change) => {
    expect((await checkPdf(await typed(change))).findings).toEqual([]);
  });

  /** What a page does not show without its draft, or shows otherwise. */
  const UNSEEN = new Set([
    'component.printed',
    'number.agrees',
    'date.agrees',
    'component.order',
    'page.overlap',
    'page.margin',
    'font.embedded',
    'text.justified',
    'text.paragraph-gap',
    'text.indent',
  ]);
  const seen = [...SPOILT_PAPER, ...SPOILT_COMPONENTS, ...SPOILT_NUMBER, ...SPOILT_TEXT]
    .filter(([name]) => name !== 'a signature on the left')
    .filter(([, rules]) => !rules.some((rule) => UNSEEN.has(rule)));

  it.each(sampled(seen, 4))('names %s', async (_, rules, spoiling) => {
    const { findings } = await checkPdf(await typed(both(() => {}, spoiling)));
    expect(rulesOf(findings)).toEqual(expect.arrayContaining(rules));
  });

  it.each<[string, RegExp, Line[]]>([
    ['no national name', /Không thấy quốc hiệu/, LETTER.filter(([text]) => !/^CỘNG/.test(text))],
    ['no number', /Không thấy số, ký hiệu/, LETTER.filter(([text]) => !/^Số/.test(text))],
    ['no abstract', /Không thấy trích yếu/, LETTER.filter(([text]) => !/^V\/v/.test(text))],
    ['no addressee', /Không thấy "Kính gửi/, LETTER.filter(([text]) => !/^Kính/.test(text))],
  ])('says that it sees %s', async (_, said, lines) => {
    const { findings } = await checkPdf(await drawn([{ lines }]));
    const lacking = findings.filter(({ rule }) => rule === 'component.lacking');
    expect(lacking.map(({ message }) => message)).toEqual([
      ...(lines.length === LETTER.length ? [] : [expect.stringMatching(said)]),
    ]);
  });

  it('orders what it finds by the clauses of the decree and tells a fault of many places once', async () => {
    const pdf = await typed((sheet) => {
      for (const piece of sheet.pieces) piece.colour = '#1144cc';
      for (const spoiling of [SPOILT_NUMBER[0]!, SPOILT_TEXT[3]!]) spoiling[2](sheet);
      for (const one of sheet.pieces.filter(({ id }) => id.startsWith('recipient'))) one.size = 13;
    });
    const { findings } = await checkPdf(pdf);
    const clauses = findings.map(({ clause }) => clause.replace('NĐ 30/2020, Phụ lục ', ''));
    expect(clauses.indexOf('I, I.3')).toBeLessThan(clauses.indexOf('I, II.3'));
    expect(clauses.indexOf('I, II.3')).toBeLessThan(clauses.indexOf('I, II.9.c'));
    const sizes = findings.filter(({ rule }) => rule === 'component.size');
    expect(sizes).toEqual([
      expect.objectContaining({
        place: 'Nơi nhận, dòng 1',
        page: 2,
        quote: '- Như trên;',
        others: 2,
      }),
    ]);
  });
});

describe('Kiểm tra thể thức of what is no such page', () => {
  const PARTY: Line[] = [
    ['TỈNH ỦY HƯNG YÊN', 85, 60],
    ['ĐẢNG CỘNG SẢN VIỆT NAM', 340, 60, true],
    ['Số 12-CV/TU', 110, 100],
    ['Kính gửi các huyện ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy.', 85, 160],
  ];
  const LEGAL = LETTER.map(([text, ...place]): Line => [
    text.replace('128/SKHCN-CĐS', '30/2020/NĐ-CP'),
    ...place,
  ]);
  const STORY = Array.from({ length: 20 }, (_, i): Line => [
    'Ngày xưa có một người nông dân sống ở làng nọ.',
    85,
    60 + 20 * i,
  ]);

  it.each<[string, Line[], RegExp]>([
    ['a document of the Party', PARTY, /của Đảng.*36-HD\/VPTW/],
    ['a legal document', LEGAL, /quy phạm pháp luật/],
    ['a story', STORY, /Không nhận ra đây là văn bản hành chính/],
    ['an empty page', [], /không có chữ nào/],
  ])('judges nothing of %s and says why', async (_, lines, why) => {
    const { notJudged, findings } = await checkPdf(await drawn([{ lines }]));
    expect(notJudged).toMatch(why);
    expect(findings).toEqual([]);
  });

  it('passes a secrecy mark on, and nothing else', async () => {
    const lines: Line[] = [...LETTER, ['TỐI MẬT', 100, 190, true]];
    const { isClassified, read, findings } = await checkPdf(await drawn([{ lines }]));
    expect({ isClassified, read, findings }).toEqual({
      isClassified: true,
      read: [],
      findings: [],
    });
  });

  it('reads a file that only forbids changes, and refuses one that is locked', async () => {
    const open = await drawn([{ lines: LETTER }], { ownerPassword: 'owner' });
    expect(valueOf((await checkPdf(open)).read, 'Số')).toBe('128');
    const locked = await drawn([{ lines: LETTER }], {
      userPassword: 'reader',
      ownerPassword: 'owner',
    });
    await expect(checkPdf(locked)).rejects.toMatchObject({ why: 'locked' });
  });

  it('says of a broken file that it is broken, and of a long one that it is too long', async () => {
    const whole = await drawn([{ lines: LETTER }]);
    const broken = [whole.subarray(0, 500), Buffer.from('%PDF-1.7 chỉ có tên')];
    for (const pdf of broken) await expect(checkPdf(pdf)).rejects.toMatchObject({ why: 'broken' });
    const long = await drawn(Array.from({ length: 201 }, () => ({ lines: LETTER.slice(0, 1) })));
    await expect(checkPdf(long)).rejects.toBeInstanceOf(UnreadableFile);
    expect((await readPdf(long)).pages).toHaveLength(201);
  });
});
