import fc from 'fast-check';
import { checkLayout } from '../../../src/documents/check/check-layout.ts';
import { renderDispatch } from '../../../src/documents/render-dispatch.ts';
import { RenderError } from '../../../src/documents/render-error.ts';
import { anyDocument } from '../any-document.ts';

/** Errors that a writer can make; all others would be the renderer's. */
const OF_THE_WORDS =
  /^(component\.(required|capitals)|wording\.|recipients\.(duplicate|empty-line)|signature\.(authority-form|name-case))/;

describe('The layout check of any page that renders', () => {
  it('finds no text in the margins, none on other text, and no page without its number', async () => {
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(anyDocument(false), async (document) => {
        const rendered = await renderDispatch(document).catch((error: unknown) => {
          if (error instanceof RenderError) return undefined;
          throw error;
        });
        if (!rendered) return;
        checked++;
        const findings = await checkLayout(document, rendered);
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
