import type { StructureElement } from '../layout/display-list.ts';
import { PAGE } from '../layout/measures.ts';
import type { PageContent } from './page-content.ts';
import { type PdfKit, type PdfPage, type PdfReference, RawPdf } from './pdfkit-internals.ts';

/** An element as it will be written when the file ends. */
interface Node {
  element: StructureElement;
  ref: PdfReference;
  /** Reference to it: `12 0 R`. */
  place: string;
  /** Children: elements, and content by its number on `page`. */
  kids: (string | number)[];
  page?: PdfPage;
}

/** Writes marked content in reading order and hangs it on the structure tree (ISO 32000-1, 14.7). */
export class StructureTree {
  private readonly nodes = new Map<StructureElement, Node>();
  /** By the key of a page or of an annotation: the elements of its content. */
  private readonly parents: (string | string[])[] = [];
  private page: PdfPage;
  private onPage: string[];
  private open: StructureElement | undefined;

  constructor(
    private readonly pdf: PdfKit,
    private readonly content: PageContent,
    private readonly root: StructureElement,
  ) {
    this.add(root);
  }

  /** Content that follows stands on the page that pdfkit has just added. */
  turnTo(page: PdfPage): void {
    this.leave();
    this.page = page;
    page.dictionary.data.StructParents = this.parents.length;
    this.parents.push((this.onPage = []));
  }

  /** Content of an element; what follows for the same element on the same page joins it. */
  enter(element: StructureElement): void {
    if (this.open === element) return;
    this.leave();
    const node = this.node(element);
    const id = this.onPage.push(node.place) - 1;
    node.page ??= this.page;
    const elsewhere = node.page !== this.page;
    node.kids.push(elsewhere ? `<</Type/MCR/Pg ${String(this.page.dictionary)}/MCID ${id}>>` : id);
    this.content.write(`/${element.tag} <</MCID ${id}>> BDC\n`);
    this.open = element;
  }

  leave(): void {
    if (this.open) this.content.write('EMC\n');
    this.open = undefined;
  }

  artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.leave();
    this.content.write(`/Artifact <</Type /${type}>> BDC\n`);
    draw();
    this.content.write('EMC\n');
  }

  /** An element without content yet. */
  reserve(element: StructureElement): void {
    this.node(element);
  }

  /** The key under which the element of an annotation is found. */
  annotationKey(element: StructureElement): number {
    this.leave();
    return this.parents.push(this.node(element).place) - 1;
  }

  /** The annotation is the only child of its element: strict readers want it itself, not in an array. */
  addAnnotation(element: StructureElement, annotation: PdfReference): void {
    const page = String(this.page.dictionary);
    this.node(element).kids.push(`<</Type/OBJR/Obj ${String(annotation)}/Pg ${page}>>`);
  }

  end(): void {
    this.leave();
    for (const { element, ref, kids, page } of this.nodes.values()) {
      const parent =
        element === this.root ? String(this.treeRoot) : this.node(this.parentOf(element)).place;
      const children = element.tag === 'Form' ? kids.join(' ') : `[${kids.join(' ')}]`;
      const place = page ? `/Pg ${String(page.dictionary)}` : '';
      ref.data = new RawPdf(
        `<</S/${element.tag}/P ${parent}/K ${children}${place}${attributes(element)}>>`,
      );
      ref.end();
    }
    const numbers = this.parents.map((owner, key) =>
      Array.isArray(owner) ? `${key} [${owner.join(' ')}]` : `${key} ${owner}`,
    );
    Object.assign(this.treeRoot.data, {
      K: [this.nodes.get(this.root)!.ref],
      ParentTree: new RawPdf(`<</Nums [${numbers.join('\n')}]>>`),
      ParentTreeNextKey: this.parents.length,
    });
  }

  private get treeRoot(): PdfReference {
    return this.pdf._root.data.StructTreeRoot as PdfReference;
  }

  private parentOf(element: StructureElement): StructureElement {
    return element.parent ?? this.root;
  }

  private node(element: StructureElement): Node {
    const known = this.nodes.get(element);
    if (known) return known;
    const parent = this.node(this.parentOf(element));
    const node = this.add(element);
    parent.kids.push(node.place);
    return node;
  }

  private add(element: StructureElement): Node {
    const ref = this.pdf.ref({});
    const node: Node = { element, ref, place: String(ref), kids: [] };
    this.nodes.set(element, node);
    return node;
  }
}

function attributes({ tag, figure }: StructureElement): string {
  if (figure) return figureAttributes(figure);
  if (tag === 'Document') return '/Lang (vi-VN)';
  return tag === 'TH' ? '/A <</O/Table/Scope/Column>>' : '';
}

/** The words in UTF-16, and the box as viewers count: upwards (ISO 32000-1, 14.9.3 and 14.8.5.4.3). */
function figureAttributes({ alt, box }: NonNullable<StructureElement['figure']>): string {
  const words = Buffer.from(`\ufeff${alt}`, 'utf16le').swap16().toString('hex');
  const lower = PAGE.height - box.y - box.height;
  const edges = [box.x, lower, box.x + box.width, lower + box.height];
  const bounds = edges.map((edge) => edge.toFixed(2)).join(' ');
  return `/Alt <${words}>/A <</O/Layout/Placement/Block/BBox [${bounds}]>>`;
}
