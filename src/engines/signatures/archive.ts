import { readSignedData } from './cms/read-signed-data.ts';
import { formFields, formOf } from './pdf/form-fields.ts';
import { IncrementalUpdate } from './pdf/incremental-update.ts';
import {
  Dictionary,
  dictionary,
  name,
  numeral,
  type PdfObject,
  Reference,
  Stream,
  text,
} from './pdf/objects.ts';
import { PdfFile } from './pdf/pdf-file.ts';
import { readSignatures } from './pdf/read-signatures.ts';
import { addressHoles, fillHole, signatureDictionary } from './pdf/signature-holes.ts';
import type { TimestampSource } from './timestamp/timestamp-client.ts';

export interface ValidationData {
  /** Certificates of authorities the signatures do not carry themselves, as DER. */
  certificates?: readonly Buffer[];
  /** Lists of revoked certificates, as DER. */
  revocationLists: readonly Buffer[];
}

const INVISIBLE = [0, 0, 0, 0].map(numeral);
const PRINT_AND_LOCKED = 132;
const ROOM = 14_000;

/**
 * Appends what a later reader needs to judge the signatures, and a timestamp over the whole file (PAdES B-LTA, ETSI EN
 * 319 142-1, 5.4 and 5.5). May be repeated before the authority of the last timestamp expires.
 */
export async function archive(
  pdf: Uint8Array,
  data: ValidationData,
  source: TimestampSource,
): Promise<Buffer> {
  const file = new PdfFile(Buffer.from(pdf));
  const update = new IncrementalUpdate(file);
  addValidationData(
    update,
    [...certificatesOf(file), ...(data.certificates ?? [])],
    data.revocationLists,
  );
  addTimestampField(update);
  const open = addressHoles(update.write(), file.bytes.length);
  return fillHole(open, await source.timestamp(open.digest));
}

function certificatesOf(file: PdfFile): Buffer[] {
  return readSignatures(file).flatMap(
    ({ contents }) => readSignedData(contents)?.certificates ?? [],
  );
}

function addValidationData(
  update: IncrementalUpdate,
  certificates: readonly Buffer[],
  lists: readonly Buffer[],
): void {
  const { file } = update;
  const known = file.resolve(file.catalog.get('DSS'));
  const store = new Dictionary(known instanceof Dictionary ? known : [['Type', name('DSS')]]);
  extend(update, store, 'Certs', certificates);
  extend(update, store, 'CRLs', lists);
  update.revise(file.catalogReference).set('DSS', update.add(store));
}

function extend(
  update: IncrementalUpdate,
  store: Dictionary,
  key: string,
  items: readonly Buffer[],
): void {
  const kept = update.file.resolve(store.get(key));
  const references: PdfObject[] = Array.isArray(kept) ? [...kept] : [];
  const seen = new Set(references.map((item) => storedBytes(update.file, item)));
  for (const item of items) {
    const fingerprint = item.toString('base64');
    if (seen.has(fingerprint)) continue;
    seen.add(fingerprint);
    references.push(update.addStream(new Dictionary(), item));
  }
  if (references.length > 0) store.set(key, references);
}

function storedBytes(file: PdfFile, item: PdfObject): string {
  const stream = file.resolve(item);
  return stream instanceof Stream ? stream.data.toString('base64') : '';
}

/** A field without a place on the page, which no page needs to know of. */
function addTimestampField(update: IncrementalUpdate): void {
  const { file } = update;
  const value = update.add(
    signatureDictionary(ROOM, { Type: name('DocTimeStamp'), SubFilter: name('ETSI.RFC3161') }),
  );
  const taken = new Set(formFields(file).map((field) => field.name));
  let count = 1;
  while (taken.has(`DauThoiGian${count}`)) count++;
  const field = update.add(
    dictionary({
      Type: name('Annot'),
      Subtype: name('Widget'),
      FT: name('Sig'),
      T: text(`DauThoiGian${count}`),
      F: numeral(PRINT_AND_LOCKED),
      P: file.firstPage,
      Rect: INVISIBLE,
      V: value,
    }),
  );
  const reference = file.catalog.get('AcroForm');
  const form =
    reference instanceof Reference ? update.revise(reference) : new Dictionary(formOf(file));
  const fields = file.resolve(form.get('Fields'));
  form.set('Fields', [...(Array.isArray(fields) ? fields : []), field]).set('SigFlags', numeral(3));
  if (!(reference instanceof Reference)) update.revise(file.catalogReference).set('AcroForm', form);
}
