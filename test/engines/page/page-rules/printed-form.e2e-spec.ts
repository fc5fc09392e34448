import { comparePage } from '../../../../src/engines/page/page-rules/compare-page.ts';
import { PAGE_RULES } from '../../../../src/engines/page/page-rules/rules.ts';
import { AGREEMENT_RULES } from '../../../../src/engines/page/page-rules/rules/agreement.ts';
import type { OfficialDocument } from '../../../../src/engines/page/official-document.ts';
import { TYPED, typed } from './forged-page.ts';
import { asNotice, NOTICE, SPOILT_NOTICE } from './notice.ts';
import { both, type Spoiling, type SpoiltPage } from './spoiling.ts';
import { SPOILT_COMPONENTS } from './spoilt-components.ts';
import { SPOILT_NUMBER } from './spoilt-number.ts';
import { SPOILT_PAPER } from './spoilt-paper.ts';
import { SPOILT_TEXT } from './spoilt-text.ts';
import { sampled } from '../../../support/lane.ts';

const SPOILT = [...SPOILT_PAPER, ...SPOILT_COMPONENTS, ...SPOILT_NUMBER, ...SPOILT_TEXT];

const SEVERITIES = new Map(
  [...PAGE_RULES, ...AGREEMENT_RULES].map(({ id, severity }) => [id, severity]),
);

/** The rules that find something, each at one of its places, in words a clerk can use. */
async function complaints(draft: OfficialDocument, pdf: Buffer) {
  const findings = await comparePage(draft, pdf);
  for (const { rule, severity, clause, message, remedy } of findings) {
    expect(severity).toBe(SEVERITIES.get(rule));
    expect(clause).toMatch(/^NĐ 30\/2020, Phụ lục (I|II|III), \S/);
    expect(`${message} ${remedy}`).toMatch(/\. .+\.$/);
  }
  return {
    rules: [...new Set(findings.map(({ rule }) => rule))].toSorted(),
    places: findings.map(({ place }) => place),
  };
}

describe.each<[string, OfficialDocument, Spoiling, SpoiltPage[]]>([
  ['letter', TYPED, () => {}, SPOILT],
  ['notice', NOTICE, asNotice, SPOILT_NOTICE],
])('The layout check of a %s that our renderer did not make', (_, draft, prepare, spoilt) => {
  it('finds nothing where a careful typist made it', async () => {
    const pdf = await typed(prepare);
    expect(await complaints(draft, pdf)).toEqual({ rules: [], places: [] });
  });

  it.each(sampled(spoilt, 3))('names %s', async (_name, rules, spoiling, place) => {
    const found = await complaints(draft, await typed(both(prepare, spoiling)));
    expect(found.rules).toEqual(rules.toSorted());
    expect(found.places).toContain(place);
  });
});
