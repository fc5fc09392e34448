import { run } from './outside-tool.ts';

export type PdfValue = string | number | boolean | null | PdfValue[] | PdfDictionary;
export type PdfDictionary = { [key: string]: PdfValue };

type Objects = Record<string, { value?: PdfValue; stream?: { dict: PdfDictionary } }>;

/** The objects of a file as qpdf reads them. */
export class PdfObjects {
  private readonly objects: Objects;

  constructor(path: string) {
    const json = JSON.parse(run('qpdf', '--json=2', '--json-key=qpdf', path)) as {
      qpdf: [unknown, Objects];
    };
    this.objects = json.qpdf[1];
  }

  get trailer(): PdfDictionary {
    return this.objects['trailer']!.value as PdfDictionary;
  }

  get catalog(): PdfDictionary {
    return this.dictionary(this.trailer['/Root']!);
  }

  /** Follows a reference, `12 0 R`, to its dictionary. */
  dictionary(value: PdfValue): PdfDictionary {
    if (typeof value !== 'string') return value as PdfDictionary;
    const object = this.objects[`obj:${value}`]!;
    return object.stream?.dict ?? (object.value as PdfDictionary);
  }

  all(): PdfDictionary[] {
    return Object.values(this.objects)
      .map(({ value, stream }) => stream?.dict ?? value)
      .filter((value): value is PdfDictionary => typeof value === 'object' && value !== null)
      .filter((value) => !Array.isArray(value));
  }

  ofType(key: string, name: string): PdfDictionary[] {
    return this.all().filter((object) => object[key] === name);
  }
}
