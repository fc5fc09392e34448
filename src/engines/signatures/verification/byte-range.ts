import type { PdfFile } from '../pdf/pdf-file.ts';
import type { StoredSignature } from '../pdf/read-signatures.ts';

/** Of the revision a signature covers, from 0; undefined when its byte range is not exactly that. */
export function coveredRevision(file: PdfFile, signature: StoredSignature): number | undefined {
  const { byteRange, contents, coveredLength, reference } = signature;
  const [from, start, end] = byteRange;
  if (byteRange.length !== 4 || from !== 0 || !(start! < end!)) return undefined;
  // Whoever appends may put a line end behind the last one, or leave it to the next.
  const revision = file.sections.findIndex(
    (section) => section.mark <= coveredLength && coveredLength <= section.end,
  );
  if (revision < 0) return undefined;
  // What is left out is the signature and nothing else, and it stands where the signature is read from.
  const hole = file.bytes.toString('latin1', start, end).toLowerCase();
  if (hole !== `<${contents.toString('hex')}>`) return undefined;
  const place = file.sections[revision]!.entries.get(reference.number);
  if (place?.kind !== 'offset' || place.offset >= start!) return undefined;
  return file.asOf(revision).indirect(reference)!.end > end! ? revision : undefined;
}

/** The bytes a signature covers. */
export function coveredBytes(file: PdfFile, { byteRange }: StoredSignature): Buffer {
  const [from = 0, start = 0, end = 0, rest = 0] = byteRange;
  const { bytes } = file;
  return Buffer.concat([bytes.subarray(from, from + start), bytes.subarray(end, end + rest)]);
}
