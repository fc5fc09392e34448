import { checkLayout } from '../../../src/documents/check/check-layout.ts';
import { LAYOUT_RULES } from '../../../src/documents/check/rules.ts';
import { renderDispatch } from '../../../src/documents/render-dispatch.ts';
import { RIGHT_WORDS } from './right-words.ts';
import { type Changes, words } from './words.ts';
import { WRONG_COMPONENTS } from './wrong-components.ts';
import { WRONG_WORDING } from './wrong-wording.ts';

async function findingsOf(changes: Changes) {
  const document = words(changes);
  return checkLayout(document, await renderDispatch(document), { officeCode: 'SKHCN' });
}

describe('The layout check of the words of a draft', () => {
  it.each([...WRONG_COMPONENTS, ...WRONG_WORDING])('names %s', async (_, changes, rule, place) => {
    const all = await findingsOf(changes);
    const findings = all.filter(({ severity }) => severity !== 'repaired');
    expect([...new Set(findings.map((finding) => finding.rule))]).toEqual([rule]);
    expect(findings.map((finding) => finding.place)).toContain(place);
    for (const finding of findings) {
      expect(finding.severity).toBe(LAYOUT_RULES.find(({ id }) => id === rule)!.severity);
      expect(finding.clause).toMatch(/^NĐ 30\/2020, Phụ lục (I|II|III), \S/);
    }
  });

  it.each(RIGHT_WORDS)('lets pass %s', async (_, changes) => {
    const findings = await findingsOf(changes);
    expect(findings.filter(({ severity }) => severity !== 'repaired')).toEqual([]);
  });
});
