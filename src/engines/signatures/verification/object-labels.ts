import { Dictionary, type PdfObject, Reference, Stream } from '../pdf/objects.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import { type Finding, finding, type FindingCode } from './findings.ts';

interface Label {
  code: FindingCode;
  words: string;
}

const OTHER: Label = { code: 'object-changed', words: 'một phần của tệp' };

/** What each object of a file is part of, for naming what somebody changed. */
export class ObjectLabels {
  private readonly labels = new Map<number, Label>();
  /** Numbers that are referred to, whether or not an object has them. */
  readonly referred = new Set<number>();

  constructor(private readonly file: PdfFile) {
    const { catalog } = file;
    this.labels.set(file.catalogReference.number, {
      code: 'document-rules-changed',
      words: 'mục lục gốc',
    });
    this.walk(catalog.get('Names'), { code: 'attachment-changed', words: 'tệp đính kèm' });
    this.walk(catalog.get('AF'), { code: 'attachment-changed', words: 'tệp đính kèm' });
    this.walk(catalog.get('Metadata'), { code: 'metadata-changed', words: 'siêu dữ liệu' });
    this.walkPages();
    this.walk(catalog, OTHER);
    this.walk(file.trailer.get('Info') ?? null, {
      code: 'metadata-changed',
      words: 'siêu dữ liệu',
    });
  }

  change(number: number, revision: number): Finding {
    const { code, words } = this.labels.get(number) ?? OTHER;
    return finding(code, { revision, what: words });
  }

  private walkPages(): void {
    const pages: PdfObject[] = [];
    const collect = (node: PdfObject | undefined, depth: number): void => {
      if (!(node instanceof Reference) || depth > 50) return;
      const entries = this.file.resolve(node);
      if (!(entries instanceof Dictionary)) return;
      this.label(node, { code: 'page-changed', words: 'các trang của văn bản' });
      const kids = this.file.resolve(entries.get('Kids'));
      if (Array.isArray(kids)) kids.forEach((kid) => collect(kid, depth + 1));
      else pages.push(entries);
    };
    collect(this.file.catalog.get('Pages'), 0);
    pages.forEach((page, index) => {
      const content = {
        code: 'page-content-changed' as const,
        words: `nội dung trang ${index + 1}`,
      };
      const { file } = this;
      if (!(page instanceof Dictionary)) return;
      this.walk(page.get('Contents'), content);
      this.walk(file.resolve(page.get('Resources')), content);
      if (page.get('Resources') instanceof Reference) this.label(page.get('Resources'), content);
    });
  }

  private label(object: PdfObject | undefined, label: Label): void {
    if (object instanceof Reference && !this.labels.has(object.number)) {
      this.labels.set(object.number, label);
    }
  }

  private walk(start: PdfObject | undefined, label: Label): void {
    const open: PdfObject[] = [start ?? null];
    const seen = new Set<number>();
    for (let object = open.pop(); object !== undefined; object = open.pop()) {
      if (object instanceof Reference) {
        this.referred.add(object.number);
        if (seen.has(object.number)) continue;
        seen.add(object.number);
        this.label(object, label);
        open.push(this.file.resolve(object));
      } else if (object instanceof Stream) open.push(object.dictionary);
      else if (object instanceof Dictionary) open.push(...object.values());
      else if (Array.isArray(object)) open.push(...object);
    }
  }
}
