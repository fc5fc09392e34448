import { comparePage } from '../../../../src/engines/page/page-rules/compare-page.ts';
import { renderDispatch } from '../../../../src/engines/page/render-dispatch.ts';
import { judgeWords } from '../../../../src/engines/page/word-rules/judge-words.ts';
import { CORPUS } from '../corpus/corpus.ts';
import { sampled } from '../../../support/lane.ts';

describe('The layout check of the corpus', () => {
  it.each(sampled(CORPUS, 10))('finds no error in: $name', async ({ document }) => {
    const { pdf } = await renderDispatch(document);
    const findings = [...judgeWords(document), ...(await comparePage(document, pdf))];
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
