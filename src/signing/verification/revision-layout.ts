import type { PdfFile } from '../pdf/pdf-file.ts';
import { Parser } from '../pdf/parser.ts';
import { Reference } from '../pdf/objects.ts';
import { serialize } from '../pdf/serialize.ts';
import { type Finding, refusal } from './report.ts';

/** Entries a later trailer may give anew; everything else stays as it was (ISO 32000-1, 7.5.5 and 7.5.6). */
const RENEWED = new Set(['Size', 'Prev', 'ID']);

/** Whether the bytes of a later revision are its own objects and nothing else. */
export function layoutFindings(before: PdfFile, after: PdfFile, revision: number): Finding[] {
  const findings: Finding[] = [];
  const hidden = (words: string) => refusal('hidden-object', words, { revision });
  const section = after.sections.at(-1)!;
  let position = before.bytes.length;
  const entries = [...section.entries].sort(([, a], [, b]) => a.offset - b.offset);
  for (const [number, { offset, generation, isFree }] of entries) {
    if (isFree) {
      if (number === 0) continue;
      findings.push(
        refusal('object-removed', 'Sau khi ký, một phần của tệp đã bị xóa.', { revision }),
      );
      continue;
    }
    if (skipWhite(after, position) !== offset) {
      findings.push(hidden('Lần lưu sau khi ký chứa dữ liệu không thuộc phần nào của tệp.'));
    }
    position = after.indirect(new Reference(number, generation))?.end ?? offset;
  }
  if (skipWhite(after, position) !== section.start) {
    findings.push(hidden('Lần lưu sau khi ký chứa dữ liệu không thuộc phần nào của tệp.'));
  }
  const keys = new Set([...before.trailer.keys(), ...after.trailer.keys()]);
  for (const key of [...keys].filter((each) => !RENEWED.has(each))) {
    const [old, now] = [before.trailer.get(key) ?? null, after.trailer.get(key) ?? null];
    if (serialize(old).equals(serialize(now))) continue;
    findings.push(
      refusal('document-rules-changed', 'Sau khi ký, gốc của tệp đã bị thay bằng gốc khác.', {
        revision,
      }),
    );
  }
  return findings;
}

function skipWhite({ bytes }: PdfFile, position: number): number {
  const parser = new Parser(bytes, position);
  parser.skipWhite();
  return parser.position;
}
