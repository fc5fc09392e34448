import type { StructureElement } from '../layout/display-list.ts';
import type { PdfKit, PdfMarkedContent, PdfStructureElement } from './pdfkit-internals.ts';

/** Writes marked content in reading order and hangs it on the structure tree. */
export class StructureTree {
  private readonly written = new Map<StructureElement, PdfStructureElement>();
  private open: { element: StructureElement; content: PdfMarkedContent } | undefined;

  constructor(
    private readonly pdf: PdfKit,
    private readonly root: StructureElement,
  ) {
    const document = pdf.struct(root.tag, { lang: 'vi-VN' });
    pdf.addStructure(document);
    this.written.set(root, document);
  }

  /** Content of an element; what follows for the same element on the same page joins it. */
  enter(element: StructureElement): void {
    if (this.open?.element === element) return;
    this.leave();
    this.node(element);
    this.open = { element, content: this.pdf.markStructureContent(element.tag) };
  }

  leave(): void {
    if (!this.open) return;
    this.pdf.endMarkedContent();
    this.node(this.open.element).add(this.open.content);
    this.open = undefined;
  }

  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.leave();
    this.pdf.markContent('Artifact', { type });
    draw();
    this.pdf.endMarkedContent();
  }

  node(element: StructureElement): PdfStructureElement {
    const known = this.written.get(element);
    if (known) return known;
    const node = this.pdf.struct(element.tag, element.tag === 'TH' ? { scope: 'Column' } : {});
    this.node(element.parent ?? this.root).add(node);
    this.written.set(element, node);
    return node;
  }

  end(): void {
    this.leave();
    this.node(this.root).end();
  }
}
