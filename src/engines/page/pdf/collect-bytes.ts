import { deflated } from './deflated.ts';
import { PageContent } from './page-content.ts';
import type { PdfKit } from './pdfkit-internals.ts';

/** Used again for every file: writing one is synchronous. */
const content = new PageContent();

/**
 * Gathers a file without its stream, and the content of a page before it is written: pdfkit hands out
 * hundreds of small pieces, each of which costs more than its bytes. `finish` ends the file.
 */
export function collectBytes(pdf: PdfKit): { content: PageContent; finish: () => Buffer } {
  const pieces = pushedSoFar(pdf);
  let text = '';
  const flushText = () => {
    if (text) pieces.push(Buffer.from(text, 'latin1'));
    text = '';
  };
  pdf._write = (piece) => {
    if (typeof piece === 'string') {
      text += `${piece}\n`;
      pdf._offset += piece.length + 1;
    } else {
      flushText();
      pieces.push(piece);
      pdf._offset += piece.length;
    }
  };
  const endPage = gatherContent(pdf);
  const finish = () => {
    endPage();
    pdf.end();
    flushText();
    return Buffer.concat(pieces);
  };
  return { content, finish };
}

/** What pdfkit has written already; from Node 26 on, one `read()` gives one chunk and not all of them. */
function pushedSoFar(pdf: PdfKit): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  for (let piece = pdf.read(); piece; piece = pdf.read()) pieces.push(piece);
  return pieces;
}

/** Content reaches pdfkit once a page. */
function gatherContent(pdf: PdfKit): () => void {
  content.take();
  const endPage = () => {
    const written = content.take();
    if (written.length === 0) return;
    pdf.page.content.data.Filter = 'FlateDecode';
    pdf.page.content.compress = false;
    pdf.page.write(deflated(written));
  };
  const addPage = pdf.addPage.bind(pdf);
  pdf.addContent = (piece) => content.write(`${piece}\n`);
  pdf.addPage = (options) => {
    endPage();
    return addPage(options);
  };
  return endPage;
}
