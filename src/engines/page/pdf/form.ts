import type { FontStyle } from '../fonts/typeface.ts';
import type { Field, StructureElement } from '../layout/display-list.ts';
import { PAGE } from '../layout/measures.ts';
import type { DocumentFont } from './document-font.ts';
import { type PdfKit, type PdfReference, pdfString } from './pdfkit-internals.ts';
import type { StructureTree } from './structure-tree.ts';

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
    private readonly tree: StructureTree,
  ) {}

  add(field: Field, top: number, page: number, element: StructureElement): void {
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
      StructParent: this.tree.annotationKey(element),
      ...this.entriesOf(field),
    });
    const widget = pdf.page.annotations.at(-1)!;
    this.fields.push(widget);
    this.tree.addAnnotation(element, widget);
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
    for (const style of ['regular', 'italic'] as const) {
      for (let i = 0; i < CAPTION.length; i++) fonts[style].glyph(CAPTION.charCodeAt(i));
    }
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
