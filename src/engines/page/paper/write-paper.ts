import type { Item, LaidPaper } from './paper-items.ts';
import type { FontStyle } from '../fonts/typeface.ts';
import { breakFirstFit } from '../layout/line-breaking.ts';
import { ASCENT, MM } from '../layout/measures.ts';
import { textLine } from '../layout/set-text.ts';
import { splitWords } from '../layout/words.ts';
import { collectBytes } from '../pdf/collect-bytes.ts';
import { type DocumentFont, ownSubsetFont } from '../pdf/document-font.ts';
import { drawRule, drawText } from '../pdf/drawing.ts';
import { facesWhenUsed } from '../pdf/faces-when-used.ts';
import type { PageContent } from '../pdf/page-content.ts';
import { openPdfFile } from '../pdf/pdf-file.ts';
import type { PdfKit } from '../pdf/pdfkit-internals.ts';
import { StructureTree } from '../pdf/structure-tree.ts';

const FOOT_SIZE = 9;
const FOOT = 9 * MM;

/** PDF/A-3a, tagged, like the dispatches themselves. Synchronous: a paper is one turn of the event loop. */
export function writePaper(paper: LaidPaper, id: Uint8Array): Buffer {
  const { options, pages } = paper;
  const pdf = openPdfFile('PDF/A-3a', options, id);
  const { content, finish } = collectBytes(pdf);
  const tree = new StructureTree(pdf, content, paper.root);
  const fonts = documentFonts(pdf, paper);
  pages.forEach((items, index) => {
    tree.leave(); // what is open belongs to the page that ends
    pdf.addPage({ size: options.sheet ?? 'A4', layout: options.orientation, margin: 0 });
    pdf.page.dictionary.data.Tabs = 'S';
    tree.turnTo(pdf.page);
    for (const item of items) draw(item, pdf, content, tree, fonts);
    if (options.cover && index === 0) return;
    const first = options.cover ? 1 : 0;
    const number = `Trang ${index + 1 - first}/${pages.length - first}`;
    tree.artifact('Pagination', () => {
      foot(paper, options.footer, 'left', pdf, content, fonts);
      foot(paper, number, 'right', pdf, content, fonts);
    });
  });
  tree.end();
  return finish();
}

type Fonts = Record<FontStyle, DocumentFont>;

function draw(
  item: Item,
  pdf: PdfKit,
  content: PageContent,
  tree: StructureTree,
  fonts: Fonts,
): void {
  if (item.kind === 'text' && item.element) {
    tree.enter(item.element);
    drawText(content, pdf.page, fonts, item.line, 0);
    return;
  }
  tree.artifact(item.kind === 'text' ? 'Pagination' : 'Layout', () => {
    if (item.kind === 'text') drawText(content, pdf.page, fonts, item.line, 0);
    else if (item.kind === 'rule') drawRule(content, { ...item, kind: 'rule' }, 0);
    else {
      const box = [item.x, item.y, item.width, item.height].map((side) => side.toFixed(2));
      content.write(`q ${item.ink} rg ${box.join(' ')} re f Q\n`);
    }
  });
}

function foot(
  paper: LaidPaper,
  text: string,
  side: 'left' | 'right',
  pdf: PdfKit,
  content: PageContent,
  fonts: Fonts,
): void {
  const words = splitWords(paper.fonts, [{ text, style: 'italic' }], FOOT_SIZE, paper.textWidth);
  const [line] = breakFirstFit(words, paper.textWidth);
  if (!line) return;
  const x = side === 'left' ? paper.left : paper.left + paper.textWidth - line.width;
  const baseline = paper.height - FOOT + (ASCENT - 1) * FOOT_SIZE;
  drawText(content, pdf.page, fonts, textLine(line, x, baseline, FOOT_SIZE), 0);
}

function documentFonts(pdf: PdfKit, { fonts }: LaidPaper): Fonts {
  return facesWhenUsed((style) => ownSubsetFont(pdf, fonts[style]));
}
