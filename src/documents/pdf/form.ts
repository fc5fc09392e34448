import type { FontStyle } from '../fonts/typeface.ts';
import type { Field } from '../layout/display-list.ts';
import { PAGE } from '../layout/measures.ts';
import type { DocumentFont } from './document-font.ts';
import {
  type PdfKit,
  type PdfReference,
  type PdfStructureElement,
  pdfString,
} from './pdfkit-internals.ts';

/** Where a field stands. */
export interface FieldRectangle {
  name: string;
  type: 'text' | 'signature';
  /** From 1. */
  page: number;
  /** Lower left and upper right corner in points, PDF axes, exact to 0.01. */
  rectangle: [number, number, number, number];
}

/** Letters of the captions that signing writes beside digits, kept in the fonts of the file for it. */
const CAPTION = '0123456789+-:/., TZThời gian ký Số ngày tháng năm';

/** AcroForm by hand: pdfkit's own fields are not PDF/A (NeedAppearances, no appearance streams). */
export class Form {
  readonly rectangles: FieldRectangle[] = [];
  private readonly fields: PdfReference[] = [];

  constructor(
    private readonly pdf: PdfKit,
    private readonly fonts: Record<FontStyle, DocumentFont>,
  ) {}

  add(field: Field, top: number, page: number, element: PdfStructureElement): void {
    const [x, y, right, bottom] = [
      field.x,
      field.y + top,
      field.x + field.width,
      field.y + top + field.height,
    ].map(snap) as [number, number, number, number];
    const rectangle = [x, PAGE.height - bottom, right, PAGE.height - y].map(snap);
    const { pdf } = this;
    pdf.annotate(x, y, right - x, bottom - y, {
      Subtype: 'Widget',
      T: pdfString(field.name),
      TU: pdfString(field.label),
      F: 4,
      P: pdf.page.dictionary,
      AP: { N: this.emptyAppearance(right - x, bottom - y, field.type) },
      structParent: element,
      ...this.entriesOf(field),
    });
    const widget = pdf.page.annotations.at(-1)!;
    this.fields.push(widget);
    mendReference(element, pdf.page.dictionary);
    this.rectangles.push({
      name: field.name,
      type: field.type,
      page,
      rectangle: rectangle as FieldRectangle['rectangle'],
    });
  }

  /** SigFlags 3 (signatures exist, append only) from the start: a later change would look like tampering. */
  end(): void {
    if (this.fields.length === 0) return;
    const { pdf, fonts } = this;
    for (const style of ['regular', 'italic'] as const) fonts[style].encode(CAPTION);
    const { regular, italic } = fonts;
    const form = pdf.ref({
      Fields: this.fields,
      DA: pdfString(`/${regular.id} 13 Tf 0 g`),
      DR: { Font: { [regular.id]: regular.ref(), [italic.id]: italic.ref() } },
      SigFlags: 3,
    });
    pdf._root.data.AcroForm = form;
    pdf.endAcroForm = () => form.end();
  }

  private entriesOf({ type, style, size, maxLength, locksAll }: Field): Record<string, unknown> {
    if (type === 'signature') {
      return { FT: 'Sig', ...(locksAll && { Lock: { Type: 'SigFieldLock', Action: 'All' } }) };
    }
    const appearance = `/${this.fonts[style!].id} ${size} Tf 0 g`;
    return { FT: 'Tx', DA: pdfString(appearance), Q: 1, MaxLen: maxLength };
  }

  /** Every widget needs an appearance, even an empty one (PDF/A, 6.3.3). */
  private emptyAppearance(width: number, height: number, type: Field['type']): PdfReference {
    const BBox = [0, 0, width, height].map(snap);
    const appearance = this.pdf.ref({ Type: 'XObject', Subtype: 'Form', BBox, Resources: {} });
    appearance.compress = false;
    appearance.end(type === 'text' ? '/Tx BMC EMC' : ' ');
    return appearance;
  }
}

/** Signing tools that rewrite the numbers of a widget must not change them. */
const snap = (value: number) => Math.round(value * 100) / 100;

/**
 * Strict readers want the object reference of a Form itself, where pdfkit writes an array of one, and its
 * own page, where pdfkit writes the page that is current at the end.
 */
function mendReference({ dictionary }: PdfStructureElement, page: PdfReference): void {
  const end = dictionary.end.bind(dictionary);
  dictionary.end = () => {
    const [reference] = dictionary.data.K as [Record<string, unknown>];
    dictionary.data.K = { ...reference, Pg: page };
    end();
  };
}
