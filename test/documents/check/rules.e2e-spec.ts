import { checkLayout } from '../../../src/documents/check/check-layout.ts';
import { LAYOUT_RULES } from '../../../src/documents/check/rules.ts';
import { letter } from '../corpus/build.ts';
import { typed } from './forged-page.ts';
import { SPOILT_NOTICE } from './notice.ts';
import { SPOILT_COMPONENTS } from './spoilt-components.ts';
import { SPOILT_NUMBER } from './spoilt-number.ts';
import { SPOILT_PAPER } from './spoilt-paper.ts';
import { SPOILT_TEXT } from './spoilt-text.ts';
import { WRONG_COMPONENTS } from './wrong-components.ts';
import { WRONG_WORDING } from './wrong-wording.ts';

describe('The rules of the layout check', () => {
  it('have names of their own and cite their clause', () => {
    const ids = LAYOUT_RULES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id, clause } of LAYOUT_RULES) {
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
    expect(LAYOUT_RULES.map(({ id }) => id).filter((id) => !told.has(id))).toEqual([]);
  });

  it('say in words when a draft cannot be printed, or a file cannot be read', async () => {
    expect(await checkLayout(letter({ number: '12a4' }), { pdf: await typed() })).toEqual([
      expect.objectContaining({ severity: 'error', rule: 'draft.unprintable', place: 'Dự thảo' }),
    ]);
    expect(await checkLayout(letter(), { pdf: Buffer.from('Kính gửi') })).toEqual([
      expect.objectContaining({ severity: 'error', rule: 'file.unreadable', place: 'Tệp PDF' }),
    ]);
  });
});
