import { UnreadableFile } from '../../../../src/engines/page/page-rules/reading/read-pdf.ts';
import { comparePage } from '../../../../src/engines/page/page-rules/compare-page.ts';
import { PAGE_RULES } from '../../../../src/engines/page/page-rules/rules.ts';
import { AGREEMENT_RULES } from '../../../../src/engines/page/page-rules/rules/agreement.ts';
import { WORD_RULES } from '../../../../src/engines/page/word-rules/all.ts';
import { letter } from '../corpus/build.ts';
import { WRONG_COMPONENTS } from '../word-rules/wrong-components.ts';
import { WRONG_WORDING } from '../word-rules/wrong-wording.ts';
import { SPOILT_NOTICE } from './notice.ts';
import { SPOILT_COMPONENTS } from './spoilt-components.ts';
import { SPOILT_NUMBER } from './spoilt-number.ts';
import { SPOILT_PAPER } from './spoilt-paper.ts';
import { SPOILT_TEXT } from './spoilt-text.ts';

const RULES = [...PAGE_RULES, ...AGREEMENT_RULES, ...WORD_RULES];

describe('The rules of the layout check', () => {
  it('have names of their own and cite their clause', () => {
    const ids = RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, clause } of RULES) {
      expect(id).toMatch(/^[a-z-]+\.[a-z-]+$/);
      expect(clause).toMatch(/^NĐ 30\/2020, Phụ lục (I|II|III), \S/);
    }
  });

  it('are each broken by a story', () => {
    const spoilt = [
      ...SPOILT_PAPER,
      ...SPOILT_COMPONENTS,
      ...SPOILT_NUMBER,
      ...SPOILT_TEXT,
      ...SPOILT_NOTICE,
    ];
    const told = new Set([
      ...spoilt.flatMap(([, rules]) => rules),
      ...[...WRONG_COMPONENTS, ...WRONG_WORDING].map(([, , rule]) => rule),
    ]);
    expect(RULES.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
  });

  it('are not asked of what is no PDF', async () => {
    await expect(comparePage(letter(), Buffer.from('Kính gửi'))).rejects.toThrow(UnreadableFile);
  });
});
