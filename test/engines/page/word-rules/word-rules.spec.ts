import { WORD_RULES } from '../../../../src/engines/page/word-rules/all.ts';
import { judgeWords } from '../../../../src/engines/page/word-rules/judge-words.ts';
import { parseBody } from '../../../../src/engines/page/body.ts';
import { letter } from '../corpus/build.ts';
import { RIGHT_WORDS } from './right-words.ts';
import { type Changes, words } from './words.ts';
import { WRONG_COMPONENTS } from './wrong-components.ts';
import { WRONG_WORDING } from './wrong-wording.ts';

const findingsOf = (changes: Changes) => judgeWords(words(changes), { officeCode: 'SKHCN' });

describe('The layout check of the words of a draft', () => {
  it.each([...WRONG_COMPONENTS, ...WRONG_WORDING])('names %s', (_, changes, rule, place) => {
    const findings = findingsOf(changes).filter(({ severity }) => severity !== 'repaired');
    expect([...new Set(findings.map((finding) => finding.rule))]).toEqual([rule]);
    expect(findings.map((finding) => finding.place)).toContain(place);
    for (const finding of findings) {
      expect(finding.severity).toBe(WORD_RULES.find(({ id }) => id === rule)!.severity);
      expect(finding.clause).toMatch(/^NĐ 30\/2020, Phụ lục (I|II|III), \S/);
    }
  });

  it.each(RIGHT_WORDS)('lets pass %s', (_, changes) => {
    const findings = findingsOf(changes);
    expect(findings.filter(({ severity }) => severity !== 'repaired')).toEqual([]);
  });

  it.each<[string, Changes, string, string]>([
    ['a letter no font has', { abstract: 'chúc mừng 😀' }, 'missing-glyph', '😀'],
    ['a number that is none', { number: '12a4' }, 'number-form', '12a4'],
    ['a day that is not', { date: '2026-02-30' }, 'date-form', '2026-02-30'],
    [
      'a symbol too long for its line',
      { symbol: `SKHCN-${'M'.repeat(60)}` },
      'component-too-long',
      'Ký hiệu',
    ],
    [
      'an authority longer than a page',
      { authority: Array<string>(80).fill('GIÁM ĐỐC') },
      'component-too-long',
      'dài hơn một trang',
    ],
    [
      'a table wider than the page',
      { body: parseBody(`|${'M'.repeat(12)}`.repeat(40) + `|\n${'|---'.repeat(40)}|\n`) },
      'table-too-wide',
      'rộng',
    ],
  ])('says without a page what cannot be printed: %s', (_, changes, rule, said) => {
    const [finding] = judgeWords(letter(changes));
    expect(finding).toMatchObject({ severity: 'error', rule, place: 'Trang in' });
    expect(finding!.message).toContain(said);
  });

  it.each([
    ['rows of bodies', 'các sở, '],
    ['rows of bodies in capitals', 'các sở, Sở, '],
    ['letters without an end', 'oa'],
    ['commas', 'a,b '],
    ['requests', 'đề nghị sở '],
  ])('are judged in a moment where they fill the longest draft: %s', (_, piece) => {
    const body = parseBody(piece.repeat(200_000 / piece.length));
    expect(judgeWords(letter({ body }))).toContainEqual(
      expect.objectContaining({ severity: 'repaired' }),
    );
  });
});
