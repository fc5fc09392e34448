import type { FontFamily } from '../fonts/font-family.ts';
import type { FontStyle, Typeface } from '../fonts/typeface.ts';
import type { Drawing, Mark } from '../layout/display-list.ts';
import type { LaidOutDocument, LaidOutPage } from '../layout/lay-out.ts';
import { MARGIN } from '../layout/measures.ts';
import { pageNumberLine } from '../layout/page-number.ts';
import { attachXml } from './attachment.ts';
import { collectBytes } from './collect-bytes.ts';
import { type DocumentFont, ownSubsetFont, sharedSubsetFont } from './document-font.ts';
import { drawAreas, drawFrame, drawRule, drawText } from './drawing.ts';
import { facesWhenUsed } from './faces-when-used.ts';
import { type FieldRectangle, Form } from './form.ts';
import { type Conformance, openPdfFile } from './pdf-file.ts';
import type { PageContent } from './page-content.ts';
import type { PdfKit } from './pdfkit-internals.ts';
import { sharedObjects } from './shared-objects.ts';
import { StructureTree } from './structure-tree.ts';
import type { Metadata } from './xmp.ts';

export interface PdfInput {
  laidOut: LaidOutDocument;
  fonts: FontFamily;
  /** All characters are in the subset that files share. */
  sharedSubsets: boolean;
  conformance: Conformance;
  metadata: Metadata;
  id: Uint8Array;
  /** The dispatch in machine-readable form, attached where the conformance allows. */
  xml: string;
}

/** Draws laid-out pages in reading order. Synchronous: one document is one turn of the event loop. */
export function writePdf(input: PdfInput): { pdf: Buffer; fields: FieldRectangle[] } {
  const pdf = openPdfFile(input.conformance, input.metadata, input.id);
  const { content, finish } = collectBytes(pdf);
  const writer = new PageWriter(pdf, content, input);
  input.laidOut.pages.forEach((page, i) => writer.write(page, i + 1));
  const fields = writer.end();
  if (input.conformance === 'PDF/A-3a') attachXml(pdf, input.xml, input.metadata.created);
  return { pdf: finish(), fields };
}

class PageWriter {
  private readonly fonts: Record<FontStyle, DocumentFont>;
  private readonly tree: StructureTree;
  private readonly form: Form;
  private page = 0;

  constructor(
    private readonly pdf: PdfKit,
    private readonly content: PageContent,
    private readonly input: PdfInput,
  ) {
    this.fonts = documentFonts(pdf, input);
    this.tree = new StructureTree(pdf, content, input.laidOut.root);
    this.form = new Form(pdf, this.fonts, this.tree);
  }

  write(page: LaidOutPage, index: number): void {
    this.page = index;
    this.pdf.addPage({ size: 'A4', margin: 0 });
    this.pdf.page.dictionary.data.Tabs = 'S';
    this.tree.turnTo(this.pdf.page);
    if (page.number > 1) {
      const line = pageNumberLine(this.input.fonts, page.number);
      this.tree.artifact('Pagination', () => this.drawOne(line, 0));
    }
    this.draw(page.before, MARGIN.top);
    for (const { band, top, repeated } of page.bands) {
      if (repeated)
        this.tree.artifact('Pagination', () => this.drawAll(band.marks, MARGIN.top + top));
      else this.draw(band.marks, MARGIN.top + top);
    }
    this.draw(page.after, MARGIN.top);
    this.tree.leave();
  }

  end(): FieldRectangle[] {
    this.form.end();
    this.tree.end();
    return this.form.rectangles;
  }

  private draw(marks: Mark[], top: number): void {
    for (const { element, drawings } of marks) {
      if (!element) {
        this.tree.artifact('Layout', () =>
          drawings.forEach((drawing) => this.drawOne(drawing, top)),
        );
        continue;
      }
      for (const drawing of drawings) {
        if (drawing.kind === 'field') {
          this.form.add(drawing, top, this.page, element);
        } else {
          this.tree.enter(element);
          this.drawOne(drawing, top);
        }
      }
      if (drawings.length === 0) this.tree.reserve(element);
    }
  }

  private drawAll(marks: Mark[], top: number): void {
    for (const { drawings } of marks) for (const drawing of drawings) this.drawOne(drawing, top);
  }

  private drawOne(drawing: Drawing, top: number): void {
    const { content, pdf, fonts } = this;
    if (drawing.kind === 'text') drawText(content, pdf.page, fonts, drawing, top);
    else if (drawing.kind === 'rule') drawRule(content, drawing, top);
    else if (drawing.kind === 'frame') drawFrame(content, drawing, top);
    else if (drawing.kind === 'areas') drawAreas(content, drawing, top);
  }
}

/** Faces with a subset of their own join the file when they are first used. */
function documentFonts(
  pdf: PdfKit,
  { fonts, sharedSubsets }: PdfInput,
): Record<FontStyle, DocumentFont> {
  const open = sharedSubsets
    ? openShared(pdf, fonts)
    : (face: Typeface) => ownSubsetFont(pdf, face);
  return facesWhenUsed((style) => open(fonts[style]));
}

function openShared(pdf: PdfKit, fonts: FontFamily): (face: Typeface) => DocumentFont {
  const shared = sharedObjects(pdf, fonts);
  pdf._root.data.OutputIntents = [shared.outputIntent];
  return (face) => sharedSubsetFont(face, shared.fonts[face.style]);
}
