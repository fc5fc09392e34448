import { join } from 'node:path';
import fc from 'fast-check';
import { fontFamily } from '../../../src/engines/page/fonts/font-family.ts';
import type { StyledText } from '../../../src/engines/page/layout/display-list.ts';
import { breakTotalFit } from '../../../src/engines/page/layout/line-breaking.ts';
import { splitWords } from '../../../src/engines/page/layout/words.ts';
import { renderDispatch } from '../../../src/engines/page/render-dispatch.ts';
import { RenderError } from '../../../src/engines/page/render-error.ts';
import { anyDocument } from './any-document.ts';
import { letter } from './corpus/build.ts';
import { outsideMargins, overlaps } from './measures.ts';
import { describeWith, run } from './outside-tool.ts';
import { readPrinted } from './printed-page.ts';
import { renderTo, scratchFolder } from './rendered-file.ts';

describe('Any document', () => {
  it('renders, or fails with an error that names what is wrong in Vietnamese', async () => {
    let rendered = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(anyDocument(true), fc.boolean(), async (document, fields) => {
        try {
          const { pdf, pages } = await renderDispatch(document, { fields });
          expect(pdf.subarray(0, 8).toString()).toBe('%PDF-1.7');
          expect(pages).toBeGreaterThan(0);
          rendered++;
        } catch (error) {
          if (!(error instanceof RenderError)) throw error;
          expect(error.message.length).toBeGreaterThan(20);
          refused++;
        }
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 150) },
    );
    expect(rendered).toBeGreaterThan(0);
    expect(refused).toBeGreaterThan(0);
  }, 120_000);
});

const SHRUNK_LAST_LINE = letter({
  markdown: 'dung) dân Ủy nghiêm toàn" dân nghiệm thượng nhân thượng 30/2020/NĐ-CP;\n\nm./.',
});

describeWith(['mutool', 'qpdf'], 'Any document of printable words', () => {
  const folder = scratchFolder();

  it('keeps its margins, overlaps nothing, and is a sound file', async () => {
    const path = join(folder, 'any.pdf');
    await fc.assert(
      fc.asyncProperty(anyDocument(false), fc.boolean(), async (document, fields) => {
        try {
          await renderTo(path, document, { fields });
        } catch (error) {
          if (error instanceof RenderError && error.code !== 'missing-glyph') return;
          throw error;
        }
        const file = readPrinted(path);
        expect(outsideMargins(file, ['XEM XONG TRẢ LẠI'])).toEqual([]);
        expect(overlaps(file)).toEqual([]);
        run('qpdf', '--check', path);
      }),
      // The spaces of this last line give way, or it would stand out by a point.
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 40), examples: [[SHRUNK_LAST_LINE, false]] },
    );
  }, 120_000);
});

describe('Any paragraph', () => {
  const fonts = fontFamily();
  const runs = fc.array(
    fc.record({
      text: fc
        .array(fc.constantFrom('a', 'nghiệm', 'thu', ' ', '  ', 'w'.repeat(90), '/', '-'), {
          minLength: 1,
          maxLength: 30,
        })
        .map((parts) => parts.join('')),
      style: fc.constantFrom('regular', 'bold', 'italic', 'boldItalic'),
    }) satisfies fc.Arbitrary<StyledText>,
    { minLength: 1, maxLength: 8 },
  );

  it('is broken into lines that fit, with every word in its order', () => {
    fc.assert(
      fc.property(runs, fc.integer({ min: 60, max: 470 }), (styled, measure) => {
        const words = splitWords(fonts, styled, 14, measure);
        const lines = breakTotalFit(words, 14, () => measure);
        for (const line of lines) {
          expect(line.width).toBeLessThanOrEqual(measure + line.spaces * 14 * 0.02 + 0.02);
        }
        const printed = lines.flatMap((line) => line.runs).map(({ text }) => text);
        const given = styled.map(({ text }) => text);
        expect(printed.join('').replaceAll(' ', '')).toBe(given.join('').replaceAll(' ', ''));
        for (const style of ['regular', 'bold', 'italic', 'boldItalic'] as const) {
          const of = (all: StyledText[]) =>
            all
              .filter((run) => run.style === style)
              .map(({ text }) => text)
              .join('')
              .replaceAll(' ', '');
          expect(of(lines.flatMap((line) => line.runs))).toBe(of(styled));
        }
      }),
      { numRuns: 300 },
    );
  });
});
