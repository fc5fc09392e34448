import { decodeStream } from '../pdf/decode-stream.ts';
import { Dictionary, Stream } from '../pdf/objects.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';

export interface ValidationStore {
  certificates: Buffer[];
  revocationLists: Buffer[];
}

/** What the file brings along for judging its signatures (DSS, ETSI EN 319 142-1, 5.4.2). */
export function validationStore(file: PdfFile): ValidationStore {
  const store = file.resolve(file.catalog.get('DSS'));
  const entries = store instanceof Dictionary ? store : new Dictionary();
  return {
    certificates: streamsIn(file, entries, 'Certs'),
    revocationLists: streamsIn(file, entries, 'CRLs'),
  };
}

function streamsIn(file: PdfFile, store: Dictionary, key: string): Buffer[] {
  const list = file.resolve(store.get(key));
  if (!Array.isArray(list)) return [];
  return list
    .map((item) => file.resolve(item))
    .filter((item) => item instanceof Stream)
    .map(decodeStream);
}
