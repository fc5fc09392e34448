import { checkLayout } from '../../../src/documents/check/check-layout.ts';
import { renderDispatch } from '../../../src/documents/render-dispatch.ts';
import { CORPUS } from '../corpus/corpus.ts';

describe('The layout check of the corpus', () => {
  it.each(CORPUS)('finds no error in: $name', async ({ document }) => {
    const rendered = await renderDispatch(document);
    const findings = await checkLayout(document, rendered);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
