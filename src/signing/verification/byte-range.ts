import { createHash } from 'node:crypto';
import type { PdfFile } from '../pdf/pdf-file.ts';
import type { StoredSignature } from '../pdf/read-signatures.ts';

/** Of the revision a signature covers, from 0; undefined when its byte range is not exactly that. */
export function coveredRevision(file: PdfFile, signature: StoredSignature): number | undefined {
  const { byteRange, contents, coveredLength, reference } = signature;
  const [from, start, end] = byteRange;
  if (byteRange.length !== 4 || from !== 0 || !(start! < end!)) return undefined;
  const revision = file.sections.findIndex((section) => section.end === coveredLength);
  if (revision < 0) return undefined;
  // What is left out is the signature and nothing else, and it stands where the signature is read from.
  const hole = file.bytes.toString('latin1', start, end).toLowerCase();
  if (hole !== `<${contents.toString('hex')}>`) return undefined;
  const entry = file.sections[revision]!.entries.get(reference.number);
  if (!entry || entry.isFree || entry.offset >= start!) return undefined;
  return file.asOf(revision).indirect(reference)!.end > end! ? revision : undefined;
}

/** Digest of what a signature covers. */
export function coveredDigest(
  file: PdfFile,
  { byteRange }: StoredSignature,
  algorithm: string,
): Buffer {
  const [from = 0, start = 0, end = 0, rest = 0] = byteRange;
  const hash = createHash(algorithm);
  hash.update(file.bytes.subarray(from, from + start));
  return hash.update(file.bytes.subarray(end, end + rest)).digest();
}
