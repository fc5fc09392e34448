import { deflated } from './deflated.ts';
import type { PdfKit } from './pdfkit-internals.ts';

/**
 * Gathers a file without its stream, and the content of a page before it is written: pdfkit hands out
 * hundreds of small pieces, each of which costs more than its bytes. Returns what ends the file.
 */
export function collectBytes(pdf: PdfKit): () => Buffer {
  const pieces: Uint8Array[] = [pdf.read()!];
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
  const flushContent = gatherContent(pdf);
  return () => {
    flushContent();
    pdf.end();
    flushText();
    return Buffer.concat(pieces);
  };
}

/** Content is ASCII; it reaches pdfkit once a page. */
function gatherContent(pdf: PdfKit): () => void {
  let content = '';
  const flush = () => {
    if (content) {
      pdf.page.content.data.Filter = 'FlateDecode';
      pdf.page.content.compress = false;
      pdf.page.write(deflated(Buffer.from(content, 'latin1')));
    }
    content = '';
  };
  const addPage = pdf.addPage.bind(pdf);
  pdf.addContent = (piece) => (content += `${piece}\n`);
  pdf.addPage = (options) => {
    flush();
    return addPage(options);
  };
  return flush;
}
