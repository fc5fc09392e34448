import { join } from 'node:path';
import { signatureBlocks } from '../../../src/engines/page/official-document.ts';
import { DOCUMENT_TYPES } from '../../../src/engines/page/document-types.ts';
import type { CorpusEntry } from './corpus/build.ts';
import { CORPUS } from './corpus/corpus.ts';
import { expectedBlocks, expectedDate, expectedLines, expectedNumber } from './expected-words.ts';
import {
  AREA,
  ascent,
  centreOf,
  descent,
  expectCentred,
  expectNoWidows,
  expectParagraph,
  expectRuleUnder,
  expectStyle,
  outsideMargins,
  overlaps,
  TOLERANCE,
} from './measures.ts';
import { describeWith } from './outside-tool.ts';
import { LineCursor, MM, type PrintedFile, type PrintedLine, readPrinted } from './printed-page.ts';
import { type RenderedFile, renderTo, scratchFolder } from './rendered-file.ts';
import { sampled } from '../../support/lane.ts';

describeWith(['mutool'], 'The printed form of the corpus', () => {
  const folder = scratchFolder();

  it('is a corpus of at least forty dispatches', () => {
    expect(CORPUS.length).toBeGreaterThanOrEqual(40);
    expect(new Set(CORPUS.map(({ name }) => name)).size).toBe(CORPUS.length);
  });

  describe.each(sampled(CORPUS, 5).map((entry, i) => ({ ...entry, i })))('$name', (entry) => {
    const { document } = entry;
    const { title: typeName, salutation: usual } = DOCUMENT_TYPES[document.type ?? 'cong-van'];
    let rendered: RenderedFile;
    let file: PrintedFile;
    let cursor: LineCursor;

    beforeAll(async () => {
      rendered = await renderTo(join(folder, `${entry.i}.pdf`), document);
      file = readPrinted(rendered.path);
    });
    beforeEach(() => {
      cursor = new LineCursor(file.lines.filter(({ tag }) => tag !== 'Artifact'));
    });

    it('is A4, with the pages it says', () => {
      for (const page of file.pages) {
        expect(page.width).toBeCloseTo(210 * MM, 1);
        expect(page.height).toBeCloseTo(297 * MM, 1);
      }
      expect(file.pages).toHaveLength(rendered.pages);
      if (entry.pages !== undefined) expect(rendered.pages).toBe(entry.pages);
    });

    it('keeps its margins, and nothing stands on anything else', () => {
      const stamp = document.circulation ? [document.circulation] : [];
      expect(outsideMargins(file, stamp)).toEqual([]);
      expect(overlaps(file)).toEqual([]);
    });

    it('has its letterhead in place', () => {
      if (document.parentBody) {
        const parent = cursor.take(document.parentBody);
        expectStyle(parent, [12, 13]);
        expectCentred(parent);
      }
      const bodies = [document.issuingBody, ...(document.coIssuingBodies ?? [])];
      const issuing = cursor.take(bodies.join(' - '));
      expectStyle(issuing, [12, 13], { bold: true });
      expectCentred(issuing);
      expectRuleUnder(file, issuing, [1 / 3, 1 / 2]);

      const national = cursor.take('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
      expect(national).toHaveLength(1);
      expectStyle(national, [12, 13], { bold: true });
      expect(ascent(national[0]!)).toBeCloseTo(AREA.top, 0);
      const motto = cursor.take('Độc lập - Tự do - Hạnh phúc');
      expectStyle(motto, [13, 14], { bold: true });
      expectCentred([...national, ...motto]);
      expectRuleUnder(file, motto, [1, 1]);

      const number = cursor.take(expectedNumber(document));
      expectStyle(number, [13, 13]);
      const date = cursor.take(expectedDate(document));
      expectStyle(date, [13, 14], { italic: true });
      expect(number[0]!.baseline).toBeCloseTo(date[0]!.baseline, 1);
      expect(number.at(-1)!.right).toBeLessThan(date[0]!.x);
      if (document.number) expectCentred([...issuing, ...number]);
      if (document.date) expectCentred([...national, ...date]);

      if (typeName === undefined) {
        const abstract = cursor.take(`V/v ${document.abstract}`);
        expectStyle(abstract, [12, 13]);
        expectCentred(abstract, centreOf(issuing));
        const gap = ascent(abstract[0]!) - descent(number[0]!);
        expect(gap).toBeGreaterThanOrEqual(6 - 0.1);
        expect(gap).toBeLessThan(9);
      } else {
        const title = cursor.take(typeName);
        const abstract = cursor.take(document.abstract);
        expectStyle(title, [13, 14], { bold: true });
        expectStyle(abstract, [13, 14], { bold: true });
        expectCentred([...title, ...abstract], (AREA.left + AREA.right) / 2);
        expectRuleUnder(file, abstract, [1 / 3, 1 / 2]);
      }
    });

    it('addresses whom it names', () => {
      const { addressees } = document;
      const salutation = document.salutation ?? usual;
      if (addressees.length === 0) return;
      if (addressees.length === 1) {
        const lines = cursor.take(`${salutation} ${addressees[0]}`);
        expectStyle(lines, [13, 14]);
        expectCentred(lines, (AREA.left + AREA.right) / 2);
        return;
      }
      const [heading] = cursor.take(salutation);
      const colon = heading!.right - 0.278 * heading!.size;
      for (const text of expectedLines(addressees)) {
        const lines = cursor.take(`- ${text}`);
        expectStyle(lines, [13, 14]);
        expect(Math.abs(lines[0]!.x - colon)).toBeLessThan(TOLERANCE);
      }
    });

    it('prints its body word for word, justified and indented', () => {
      for (const basis of expectedLines(document.legalBases ?? [])) {
        const lines = cursor.take(basis);
        expectStyle(lines, [13, 14], { italic: true });
        expectParagraph(lines);
      }
      expectBody(cursor, document.body, entry);
    });

    it('ends with Nơi nhận beside the signature, two lines of body with it', () => {
      const last = expectedBlocks(document.body)
        .map(({ text }) => cursor.take(text))
        .flat();
      const [heading] = cursor.find('Nơi nhận:');
      expectStyle([heading!], [12, 12], { bold: true, italic: true });
      expect(heading!.x).toBeCloseTo(AREA.left, 1);
      for (const text of expectedLines(document.recipientLines)) {
        const lines = cursor.find(`- ${text}`);
        expectStyle(lines, [11, 11]);
        expect(lines[0]!.x).toBeCloseTo(AREA.left, 1);
      }
      for (const signer of signatureBlocks(document)) {
        const authority = cursor.find([...signer.authority].join(' '));
        expectStyle(authority, [13, 14], { bold: true });
        const name = cursor.find(signer.signerName.normalize('NFC'));
        expectStyle(name, [13, 14], { bold: true });
        expectCentred([...authority]);
        expect(name[0]!.page).toBe(authority[0]!.page);
        const onPage = last.filter(({ page }) => page === authority[0]!.page);
        expect(onPage.length).toBeGreaterThanOrEqual(Math.min(2, last.length));
        if (document.coSignatures) continue;
        expectCentred([...authority, ...name]);
        expect(authority[0]!.x).toBeGreaterThan((AREA.left + AREA.right) / 2 - TOLERANCE);
        expect(Math.abs(ascent(authority[0]!) - ascent(heading!))).toBeLessThan(TOLERANCE);
        expect(name[0]!.baseline - authority.at(-1)!.baseline).toBeGreaterThan(24 * MM);
      }
    });

    it('numbers its pages from the second of each part on, in the top margin', () => {
      const numbers = file.lines.filter(
        ({ tag, text, baseline }) =>
          tag === 'Artifact' && /^\d+$/.test(text) && baseline < AREA.top,
      );
      const starts = new Set([1]);
      for (const annex of document.annexes ?? []) {
        starts.add(cursor.find(annex.title.toLocaleUpperCase('vi'))[0]!.page);
      }
      let number = 0;
      file.pages.forEach((_, i) => {
        number = starts.has(i + 1) ? 1 : number + 1;
        const printed = numbers.filter(({ page }) => page === i + 1);
        expect(printed.map(({ text }) => text)).toEqual(number === 1 ? [] : [String(number)]);
        if (number > 1) {
          expectStyle(printed, [13, 14]);
          expectCentred(printed, (AREA.left + AREA.right) / 2);
        }
      });
    });

    it('heads its annexes', () => {
      document.annexes?.forEach((annex, i, all) => {
        const label = all.length > 1 ? `Phụ lục ${['I', 'II', 'III'][i]}` : 'Phụ lục';
        const heading = cursor.take(label);
        expectStyle(heading, [14, 14], { bold: true });
        expectStyle(cursor.take(annex.title.toLocaleUpperCase('vi')), [13, 14], { bold: true });
        expect(ascent(heading[0]!)).toBeCloseTo(AREA.top, 0);
        expectCentred(heading, (AREA.left + AREA.right) / 2);
        expectBody(cursor, annex.body, entry);
      });
    });
  });
});

function expectBody(cursor: LineCursor, body: CorpusEntry['document']['body'], entry: CorpusEntry) {
  let previous: PrintedLine | undefined;
  let leading = Infinity;
  for (const { kind, text } of expectedBlocks(body)) {
    const lines = text ? cursor.take(text) : [];
    if (kind === 'table') {
      previous = undefined;
      continue;
    }
    if (kind === 'heading') expectStyle(lines, [13, 14], { bold: true });
    else {
      expectParagraph(lines, entry.cutWords);
      expectNoWidows(lines);
      if (lines[1]?.page === lines[0]!.page) leading = lines[1].baseline - lines[0]!.baseline;
    }
    if (kind !== 'heading' && previous?.page === lines[0]!.page && leading < Infinity) {
      const distance = lines[0]!.baseline - previous.baseline;
      expect(distance - leading).toBeGreaterThanOrEqual(6 - 0.1);
    }
    previous = kind === 'heading' ? undefined : lines.at(-1);
  }
}
