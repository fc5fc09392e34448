import { readFileSync } from 'node:fs';
import { parseBody } from '../../../src/dispatches/body.ts';
import { checkLayout } from '../../../src/documents/check/check-layout.ts';
import type { OfficialDocument } from '../../../src/documents/official-document.ts';
import { renderDispatch } from '../../../src/documents/render-dispatch.ts';
import { seedDraft } from '../../../src/embedded/sample/seed-draft.ts';

const draft = seedDraft('');

/** The seed as the sample office sends it in. */
const seed: OfficialDocument = {
  parentBody: 'ỦY BAN NHÂN DÂN TỈNH THÁI BÌNH',
  issuingBody: 'SỞ THÔNG TIN VÀ TRUYỀN THÔNG',
  symbol: draft.symbol,
  place: 'Thái Bình',
  year: 2024,
  abstract: draft.abstract,
  addressees: draft.addressees.map(({ text }) => text),
  body: parseBody(draft.body),
  recipientLines: draft.copies.map(({ text }) => text),
  authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  signerName: 'Vũ Xuân Thành',
};

/** Its lines of Nơi nhận as received: the sixth lacks its semicolon. */
const received = readFileSync('src/embedded/sample/seed-dispatch.md', 'utf8')
  .split('**Nơi nhận:**')[1]!
  .split('\n')
  .filter((line) => line.startsWith('- '));

const findingsOf = async (document: OfficialDocument) =>
  checkLayout(document, await renderDispatch(document), { officeCode: 'STTTT' });

describe('The layout check of the dispatch that asked for all this', () => {
  it('finds no error, before and after it is numbered', async () => {
    for (const changes of [{}, { number: '412', date: '2024-03-05' }]) {
      const findings = await findingsOf({ ...seed, ...changes });
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    }
  });

  it('says that the renderer wrote the semicolon that its writer forgot', async () => {
    const findings = await findingsOf({ ...seed, recipientLines: received });
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.filter(({ severity }) => severity === 'repaired')).toEqual([
      expect.objectContaining({ rule: 'repaired.closing-mark', place: 'Nơi nhận, dòng 6' }),
    ]);
  });
});
