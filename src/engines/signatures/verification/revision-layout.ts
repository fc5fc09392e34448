import type { Section } from '../pdf/section.ts';
import type { PdfFile } from '../pdf/pdf-file.ts';
import { Parser } from '../pdf/parser.ts';
import { Reference } from '../pdf/objects.ts';
import { serialize } from '../pdf/serialize.ts';
import { type Finding, finding } from './findings.ts';

/** Entries a later trailer may give anew; everything else stays as it was (ISO 32000-1, 7.5.5, 7.5.6 and 7.5.8). */
const RENEWED = new Set([
  'Size',
  'Prev',
  'ID',
  'XRefStm',
  'Type',
  'W',
  'Index',
  'Length',
  'Filter',
  'DecodeParms',
]);

/** Whether the bytes of a later revision are its own objects and nothing else. */
export function layoutFindings(before: PdfFile, after: PdfFile, revision: number): Finding[] {
  const findings: Finding[] = [];
  const section = after.sections.at(-1)!;
  const isDeleting = [...section.entries].some(
    ([number, { kind }]) => kind === 'free' && number !== 0,
  );
  if (isDeleting) findings.push(finding('object-removed', { revision }));
  let position = before.bytes.length;
  for (const { start, end } of piecesOf(after, section)) {
    if (skipWhite(after, position) !== start) findings.push(finding('stray-bytes', { revision }));
    position = end;
  }
  if (skipWhite(after, position) !== section.start) {
    findings.push(finding('stray-bytes', { revision }));
  }
  if (!isPackedWhole(after, section)) findings.push(finding('hidden-object', { revision }));
  const keys = new Set([...before.trailer.keys(), ...after.trailer.keys()]);
  for (const key of [...keys].filter((each) => !RENEWED.has(each))) {
    const [old, now] = [before.trailer.get(key) ?? null, after.trailer.get(key) ?? null];
    if (!serialize(old).equals(serialize(now)))
      findings.push(finding('root-changed', { revision }));
  }
  return findings;
}

/** Numbers of the objects that only hold others: they belong to the saving, and nothing refers to them. */
export function holdersIn({ entries, start, beside }: Section): Set<number> {
  const holders = new Set<number>();
  for (const [number, entry] of entries) {
    if (entry.kind === 'packed') holders.add(entry.container);
    const isOwn = entry.kind === 'offset' && [start, beside?.offset].includes(entry.offset);
    if (isOwn) holders.add(number);
  }
  return holders;
}

function piecesOf(after: PdfFile, { entries, start, beside }: Section) {
  const pieces = beside ? [{ start: beside.offset, end: beside.end }] : [];
  for (const [number, entry] of entries) {
    if (entry.kind !== 'offset' || [start, beside?.offset].includes(entry.offset)) continue;
    const { offset, generation } = entry;
    const end = after.indirect(new Reference(number, generation))?.end ?? offset;
    pieces.push({ start: offset, end });
  }
  return pieces.sort((a, b) => a.start - b.start);
}

/** Object streams of this saving alone are used, and every object in them is one of this saving. */
function isPackedWhole(after: PdfFile, { entries }: Section): boolean {
  const containers = new Set<number>();
  for (const entry of entries.values()) {
    if (entry.kind === 'packed') containers.add(entry.container);
  }
  return [...containers].every(
    (container) =>
      entries.get(container)?.kind === 'offset' &&
      after.container(container).numbers.every((number, index) => {
        const entry = entries.get(number);
        return entry?.kind === 'packed' && entry.container === container && entry.index === index;
      }),
  );
}

function skipWhite({ bytes }: PdfFile, position: number): number {
  const parser = new Parser(bytes, position);
  parser.skipWhite();
  return parser.position;
}
