import { comparePage } from '../../../../src/engines/page/page-rules/compare-page.ts';
import {
  anOffice,
  folderOfTests,
  NUMBER,
  sealed,
  signed,
  SIGNER,
  unsigned,
} from '../../signatures/office.ts';
import { letter } from '../corpus/build.ts';

const folder = folderOfTests();
const date = '2026-11-24';

describe('The layout check of a page that is signed, numbered and sealed', () => {
  it('reads the number and the date that were filled in', async () => {
    const office = await anOffice(folder);
    const pdf = await sealed(office, await signed(office, await unsigned({ year: 2026 })));
    const draft = { ...letter(), signerName: SIGNER };
    const errors = async (number: string, day: string) =>
      (await comparePage({ ...draft, number, date: day }, pdf))
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule);
    expect(await errors(NUMBER.number, date)).toEqual([]);
    expect(await errors('413', date)).toEqual(['number.agrees']);
    expect(await errors(NUMBER.number, '2026-11-25')).toEqual(['date.agrees']);
  });
});
