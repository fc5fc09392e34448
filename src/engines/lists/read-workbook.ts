import { posix } from 'node:path';
import { readSheet } from './read-sheet.ts';
import type { SheetContext } from './read-cell.ts';
import { NotReadable, type Table } from './table.ts';
import { attribute, damaged, partsOf, walk } from './workbook-parts.ts';
import { formatsOf, stringsOf } from './workbook-styles.ts';

interface Sheet {
  name: string;
  isHidden: boolean;
  part: string;
}

/** The first sheet that is not hidden and satisfies `isList`, otherwise the first that is not hidden. */
export function readWorkbook(bytes: Buffer, isList: (table: Table) => boolean): Table {
  const parts = partsOf(bytes);
  const main = mainPart(parts);
  const { sheets, is1904 } = sheetsOf(parts, main);
  const context: SheetContext = {
    is1904,
    formats: formatsOf(parts.get(beside(main, 'styles.xml'))),
    strings: stringsOf(parts.get(beside(main, 'sharedstrings.xml'))),
  };
  const seen = sheets.filter(({ isHidden }) => !isHidden);
  if (seen.length === 0) throw new NotReadable('Tệp Excel không có trang tính nào hiện ra.');
  let first: { sheet: Sheet; table: Table } | undefined;
  for (const sheet of seen) {
    const table = readSheet(parts.get(sheet.part), context);
    first ??= { sheet, table };
    if (!isList(table)) continue;
    first = { sheet, table };
    break;
  }
  const { sheet, table } = first!;
  const others = sheets.filter((one) => one !== sheet).map(sheetName);
  if (others.length > 0) {
    const some = others.slice(0, 10).join(', ') + (others.length > 10 ? '…' : '');
    table.notes.unshift(`Đã đọc trang tính “${sheet.name}”; không đọc ${some}.`);
  }
  return table;
}

const sheetName = ({ name, isHidden }: Sheet) => `“${name}”${isHidden ? ' (đang ẩn)' : ''}`;

const beside = (main: string, name: string) => posix.join(posix.dirname(main), name);

function targetsOf(
  parts: Map<string, Buffer>,
  of: string,
): Map<string, { type: string; to: string }> {
  const rels = posix.join(posix.dirname(of), '_rels', `${posix.basename(of)}.rels`);
  const found = new Map<string, { type: string; to: string }>();
  walk(parts.get(rels), {
    open: (name, { Id, Target, Type }) => {
      if (name !== 'Relationship' || !Id || !Target) return;
      const to = Target.startsWith('/') ? Target.slice(1) : posix.join(posix.dirname(of), Target);
      found.set(Id, { type: Type ?? '', to: to.toLowerCase() });
    },
  });
  return found;
}

function mainPart(parts: Map<string, Buffer>): string {
  const [main] = [...targetsOf(parts, '').values()].filter(({ type }) =>
    /\/officeDocument$/.test(type),
  );
  const name = main?.to ?? 'xl/workbook.xml';
  if (!parts.has(name)) throw damaged();
  return name;
}

function sheetsOf(parts: Map<string, Buffer>, main: string) {
  const targets = targetsOf(parts, main);
  const sheets: Sheet[] = [];
  let is1904 = false;
  walk(parts.get(main), {
    open: (name, attributes) => {
      if (name === 'workbookPr') is1904 = /^(?:1|true)$/.test(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const { type, to } = targets.get(attribute(attributes, 'id') ?? '') ?? { type: '', to: '' };
      // Sheets of charts, dialogues and old macros have no cells.
      if (!/\/worksheet$/.test(type) || !parts.has(to)) return;
      const isHidden = /hidden/i.test(attributes.state ?? '');
      sheets.push({ name: attributes.name ?? '', isHidden, part: to });
    },
  });
  return { sheets, is1904 };
}
