import fc from 'fast-check';
import { comparePage } from '../../../../src/engines/page/page-rules/compare-page.ts';
import { renderDispatch } from '../../../../src/engines/page/render-dispatch.ts';
import { RenderError } from '../../../../src/engines/page/render-error.ts';
import { judgeWords } from '../../../../src/engines/page/word-rules/judge-words.ts';
import { anyDocument } from '../any-document.ts';

/** A page shows how its writer wrote the authority. */
const OF_THE_WORDS = /^component\.capitals$/;

describe('Any page that renders', () => {
  it('has no text in the margins, none on other text, and no page without its number', async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(anyDocument(false), async (document) => {
        const rendered = await renderDispatch(document).catch((error: unknown) => {
          if (error instanceof RenderError) return error;
          throw error;
        });
        // What keeps a page from being drawn is said without drawing one, and nothing else is.
        const refusal = rendered instanceof RenderError ? [rendered.message] : [];
        const said = judgeWords(document).filter(({ place }) => place === 'Trang in');
        expect(said.map(({ message }) => message)).toEqual(refusal);
        if (rendered instanceof RenderError) return;
        checked++;
        const findings = await comparePage(document, rendered.pdf);
        const form = findings.filter(
          ({ severity, rule }) => severity === 'error' && !OF_THE_WORDS.test(rule),
        );
        expect(form).toEqual([]);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40), seed: 2026, endOnFailure: true },
    );
    expect(checked).toBeGreaterThan(10);
  });
});
