import { revocationListsIn } from '../certificates/read-revocation-lists.ts';
import { decodeStream } from '../pdf/decode-stream.ts';
import { Dictionary, Stream } from '../pdf/objects.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';

export interface ValidationStore {
  certificates: Buffer[];
  /** As DER, whichever way they came. */
  revocationLists: Buffer[];
  hasUnreadableList: boolean;
}

/** What the file brings along for judging its signatures (DSS, ETSI EN 319 142-1, 5.4.2). */
export function validationStore(file: PdfFile): ValidationStore {
  const store = file.resolve(file.catalog.get('DSS'));
  const entries = store instanceof Dictionary ? store : new Dictionary();
  return {
    certificates: streamsIn(file, entries, 'Certs'),
    ...readLists(streamsIn(file, entries, 'CRLs')),
  };
}

/** A list that cannot be read is told, never left out without a word. */
export function readLists(
  contents: readonly Buffer[],
): Pick<ValidationStore, 'revocationLists' | 'hasUnreadableList'> {
  const lists = contents.map(revocationListsIn);
  return {
    revocationLists: lists.flatMap((found) => found ?? []),
    hasUnreadableList: lists.includes(undefined),
  };
}

function streamsIn(file: PdfFile, store: Dictionary, key: string): Buffer[] {
  const list = file.resolve(store.get(key));
  if (!Array.isArray(list)) return [];
  return list
    .map((item) => file.resolve(item))
    .filter((item) => item instanceof Stream)
    .map((stream) => decodeStream(stream));
}
