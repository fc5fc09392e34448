import { comparePage } from '../../../../src/engines/page/page-rules/compare-page.ts';
import type { OfficialDocument } from '../../../../src/engines/page/official-document.ts';
import { renderDispatch } from '../../../../src/engines/page/render-dispatch.ts';
import { judgeWords } from '../../../../src/engines/page/word-rules/judge-words.ts';
import { received, seed } from './seed-document.ts';

const findingsOf = async (document: OfficialDocument) => [
  ...judgeWords(document, { officeCode: 'STTTT' }),
  ...(await comparePage(document, (await renderDispatch(document)).pdf)),
];

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
