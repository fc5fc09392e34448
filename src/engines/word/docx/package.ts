import { posix } from 'node:path';
import { NoDocument } from './no-document.ts';
import { partsOf } from './package-parts.ts';
import { below, parseXml, type XmlElement } from './xml.ts';

interface Relation {
  id: string;
  /** The last word of its type: `styles`, `header`; the strict form differs only before it. */
  type: string;
  target: string;
}

const NO_WORD = 'Đây không phải tệp Word (.docx). Hãy chọn tệp dự thảo Word.';

/** The parts of a Word file by what they are for (ECMA-376 part 2, 6.5), not by their usual paths. */
export class WordPackage {
  /** Names of parts are compared without regard to case. */
  private readonly parts: Map<string, Buffer>;
  readonly mainPath: string;
  readonly main: XmlElement;

  /** Throws `NoDocument`. */
  constructor(bytes: Buffer) {
    this.parts = new Map([...partsOf(bytes)].map(([name, part]) => [keyOf(name), part]));
    const main = this.mainPart();
    if (main === undefined) throw new NoDocument(NO_WORD);
    this.mainPath = main;
    this.main = parseXml(this.parts.get(main)!);
    if (this.main.name !== 'w:document') throw new NoDocument(NO_WORD);
  }

  get names(): string[] {
    return [...this.parts.keys()];
  }

  /** The part that the main part names for a purpose, as a tree. */
  related(type: string): XmlElement | undefined {
    const target = this.relations(this.mainPath).find((one) => one.type === type)?.target;
    return target === undefined ? undefined : this.read(target);
  }

  /** The part behind a relationship of the main part: a header. */
  byId(id: string): XmlElement | undefined {
    const target = this.relations(this.mainPath).find((one) => one.id === id)?.target;
    return target === undefined ? undefined : this.read(target);
  }

  bytes(name: string): Buffer | undefined {
    return this.parts.get(keyOf(name));
  }

  read(name: string): XmlElement | undefined {
    const part = this.parts.get(keyOf(name));
    return part && parseXml(part);
  }

  private mainPart(): string | undefined {
    const named = this.relations('').find(({ type }) => type === 'officeDocument')?.target;
    return [named, 'word/document.xml'].find((name) => name !== undefined && this.parts.has(name));
  }

  private relations(source: string): Relation[] {
    const { dir, base } = posix.parse(source);
    const part = this.parts.get(keyOf(posix.join(dir, '_rels', `${base}.rels`)));
    if (!part) return [];
    return [...below(parseXml(part), 'Relationship')]
      .filter(({ attributes }) => attributes.TargetMode !== 'External')
      .map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
        id: Id,
        type: Type.slice(Type.lastIndexOf('/') + 1),
        target: keyOf(Target.startsWith('/') ? Target : posix.join(dir, Target)),
      }));
  }
}

const keyOf = (name: string) => {
  const path = name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
};
