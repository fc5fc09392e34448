import { RuleViolation } from '../../../platform/problems/rule-violation.ts';

export const MAX_EVIDENCE_BYTES = 10_000_000;

export interface EvidenceFile {
  bytes: Buffer;
  mediaType: string;
}

/** First bytes of what may be attached; the name and the type that a browser claims count for nothing. */
const SIGNATURES: [mediaType: string, offset: number, start: string][] = [
  ['application/pdf', 0, '%PDF-'],
  ['image/png', 0, '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', 0, '\xff\xd8\xff'],
  ['audio/mpeg', 0, 'ID3'],
  ['audio/mp4', 4, 'ftyp'],
  ['audio/ogg', 0, 'OggS'],
];

export function evidenceFrom(upload: { buffer: Buffer } | undefined): EvidenceFile | undefined {
  if (!upload || upload.buffer.length === 0) return undefined;
  const bytes = upload.buffer;
  const known = SIGNATURES.find(([, offset, start]) =>
    bytes.subarray(offset, offset + start.length).equals(Buffer.from(start, 'latin1')),
  );
  if (known) return { bytes, mediaType: known[0] };
  throw new RuleViolation('unknown-file-type');
}
