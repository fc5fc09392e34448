import PDFDocument from 'pdfkit';
import type { Font, Glyph } from 'fontkit';

/**
 * What is used of pdfkit 0.20.2 beyond its published types. The version is pinned: pdfkit writes objects,
 * pages and the structure tree; text, fonts, metadata and form fields are ours.
 */
export interface PdfReference {
  compress: boolean;
  data: Record<string, unknown>;
  write(chunk: Uint8Array | string): void;
  end(chunk?: Uint8Array | string): void;
  /** `12 0 R`. */
  toString(): string;
}

export interface PdfPage {
  height: number;
  content: PdfReference;
  write(content: Uint8Array): unknown;
  dictionary: PdfReference;
  fonts: Record<string, PdfReference | RawPdf>;
  annotations: PdfReference[];
}

export interface PdfEmbeddedFont {
  id: string;
  subset: { includeGlyph(glyph: Glyph | number): number };
  widths: number[];
  unicode: number[][];
  ref(): PdfReference;
}

export interface PdfKit {
  _id: Uint8Array;
  _offset: number;
  /** Of the objects by number, from 1. */
  _offsets: (number | null)[];
  _write(piece: Uint8Array | string): void;
  _root: PdfReference;
  _font: PdfEmbeddedFont;
  page: PdfPage;
  addPage(options: object): unknown;
  addContent(content: string): unknown;
  ref(data: Record<string, unknown>): PdfReference;
  registerFont(name: string, font: Font): unknown;
  font(name: string): unknown;
  annotate(x: number, y: number, width: number, height: number, options: object): unknown;
  addNamedEmbeddedFile(name: string, specification: PdfReference): void;
  appendXML(xml: string): void;
  _addInfo(): void;
  _addColorOutputIntent(): unknown;
  endAcroForm(): unknown;
  end(): void;
  read(): Buffer | null;
}

export function openPdfKit(options: object): PdfKit {
  return new PDFDocument(options as PDFKit.PDFDocumentOptions) as unknown as PdfKit;
}

/** Text that is written as it is, made once and used in many files. */
export class RawPdf {
  [entry: string]: unknown;

  constructor(private readonly text: string) {}

  /** Keeps pdfkit from taking it for a dictionary. */
  get [Symbol.toStringTag](): string {
    return 'RawPdf';
  }

  toString(): string {
    return this.text;
  }
}

/** pdfkit writes a primitive string as a name and a String object as a string. */
export function pdfString(text: string): object {
  // oxlint-disable-next-line no-new-wrappers
  return new String(text);
}
