import { addMarkAppearance, addTextAppearance, type VisibleMark } from './appearance.ts';
import { type FormField, formFields, requireField } from './pdf/form-fields.ts';
import { IncrementalUpdate } from './pdf/incremental-update.ts';
import {
  Dictionary,
  dictionary,
  name,
  Name,
  Numeral,
  numeral,
  pdfDate,
  text,
} from './pdf/objects.ts';
import { PdfFile } from './pdf/pdf-file.ts';
import { addressHoles, type OpenSignature, signatureDictionary } from './pdf/signature-holes.ts';
import { SigningError } from './signing-error.ts';

export interface SignatureRequest extends VisibleMark {
  /** Name of a signature field that stands in the file and is empty. */
  field: string;
  /** Claimed time of signing, written to the signature dictionary. */
  signedAt: Date;
  /** Who signs, as viewers show it. */
  signer: string;
  reason?: string;
  location?: string;
  /** Field that must have been signed before. */
  after?: string;
  /** Text fields to fill in the same revision, value by field name. */
  fill?: Record<string, string>;
  /** Room for the CMS, in bytes; a chain of three and a timestamp of RSA-3072 need about 11 000. */
  room?: number;
}

const PRINT_AND_LOCKED = 132;
const ROOM = 14_000;

/**
 * Appends a revision with everything but the signature itself. The same input always gives the same bytes, so that
 * the prepared file can be stored while the key is elsewhere.
 *
 * The first signature of a file certifies it: only filling and signing may follow (ISO 32000-1, 12.8.2.2, P 2). A field
 * that carries a lock locks the form when it is signed (12.8.2.4): the office's seal does.
 */
export function prepare(pdf: Uint8Array, request: SignatureRequest): OpenSignature {
  const file = new PdfFile(Buffer.from(pdf));
  const field = requireField(file, request.field);
  requireEmpty(field);
  requireUnlocked(file);
  if (request.after !== undefined) requireSigned(requireField(file, request.after));
  const update = new IncrementalUpdate(file);
  for (const [blank, value] of Object.entries(request.fill ?? {})) fillIn(update, blank, value);
  const rules: Dictionary[] = [];
  const isFirst = !file.catalog.has('Perms');
  if (isFirst) rules.push(rule('DocMDP', { P: numeral(2) }));
  if (field.dictionary.has('Lock')) {
    // What is locked is the document (Data, required here by ISO 32000-1, table 253).
    const lock = rule('FieldMDP', { Action: name('All') });
    rules.push(lock.set('Data', file.catalogReference));
  }
  const value = update.add(
    signatureDictionary(request.room ?? ROOM, {
      Type: name('Sig'),
      SubFilter: name('ETSI.CAdES.detached'),
      M: pdfDate(request.signedAt),
      Name: text(request.signer),
      ...(request.reason !== undefined && { Reason: text(request.reason) }),
      ...(request.location !== undefined && { Location: text(request.location) }),
      ...(rules.length > 0 && { Reference: rules }),
    }),
  );
  const widget = update.revise(field.reference);
  widget.set('V', value).set('F', numeral(PRINT_AND_LOCKED));
  if (request.image || request.caption !== undefined) {
    widget.set('AP', dictionary({ N: addMarkAppearance(update, field.dictionary, request) }));
  }
  if (isFirst) update.revise(file.catalogReference).set('Perms', dictionary({ DocMDP: value }));
  return addressHoles(update.write(), file.bytes.length);
}

function fillIn(update: IncrementalUpdate, blank: string, value: string): void {
  const field = requireField(update.file, blank);
  if (field.type !== 'text') throw taken(blank);
  const most = field.dictionary.get('MaxLen');
  if (most instanceof Numeral && value.length > most.value) throw tooLong(value, most.value);
  const appearance = addTextAppearance(update, field.dictionary, value);
  update
    .revise(field.reference)
    .set('V', text(value))
    .set('AP', dictionary({ N: appearance }));
}

function rule(method: string, parameters: Record<string, Name | Numeral>): Dictionary {
  return dictionary({
    Type: name('SigRef'),
    TransformMethod: name(method),
    TransformParams: dictionary({ Type: name('TransformParams'), V: name('1.2'), ...parameters }),
  });
}

function requireEmpty({ type, dictionary: entries, name: field }: FormField): void {
  if (type !== 'signature' || entries.has('V')) throw taken(field);
}

/** After a signature with a lock, one more would make the file invalid (ISO 32000-1, 12.8.2.4). */
function requireUnlocked(file: PdfFile): void {
  const locked = formFields(file).some(
    ({ dictionary: entries }) => entries.has('Lock') && entries.has('V'),
  );
  if (!locked) return;
  throw new SigningError(
    'file-locked',
    'Văn bản đã đóng dấu nên không ký thêm được nữa. Nếu cần sửa, hãy thu hồi và ban hành văn bản thay thế.',
  );
}

/** The clerk seals only what the authorised person has signed (Decree 30/2020/NĐ-CP, art. 32.2.d). */
function requireSigned({ dictionary: entries }: FormField): void {
  if (entries.has('V')) return;
  throw new SigningError(
    'not-signed-first',
    'Người có thẩm quyền chưa ký văn bản này. Hãy trình ký trước, rồi mới đóng dấu của cơ quan.',
  );
}

function tooLong(value: string, most: number): SigningError {
  return new SigningError(
    'value-too-long',
    `“${value}” dài hơn chỗ chừa trên trang (${most} chữ). Hãy kết xuất lại văn bản với chỗ rộng hơn.`,
  );
}

function taken(field: string): SigningError {
  return new SigningError(
    'field-taken',
    `Ô “${field}” đã có chữ ký hoặc không phải ô phù hợp. Hãy tải lại văn bản để xem trạng thái mới nhất.`,
  );
}
