import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OF = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface TestSheet {
  name?: string;
  state?: 'hidden' | 'veryHidden';
  /** `<row>` elements, or rows of cells: a text, a number, `{ n, format }` or the XML of a cell's inside and its type. */
  rows:
    | (
        | string
        | number
        | null
        | { n: number | string; format?: string }
        | { t?: string; xml: string }
      )[][]
    | string;
  merged?: string[];
  /** Lines that are hidden, from 1. */
  hiddenRows?: number[];
}

export interface TestWorkbook {
  sheets: TestSheet[];
  date1904?: boolean;
  /** Parts in place of, or beside, those that are made. */
  parts?: Record<string, string>;
}

const text = (value: string) =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const letter = (at: number) => String.fromCharCode(65 + at);

/** A workbook (.xlsx) as Office writes it, part by part. */
export function workbook({ sheets, date1904 = false, parts = {} }: TestWorkbook): Buffer {
  const formats: string[] = [];
  const styleOf = (format: string) => {
    if (!formats.includes(format)) formats.push(format);
    return formats.indexOf(format) + 1;
  };
  const cell = (value: Exclude<TestSheet['rows'], string>[number][number], ref: string) => {
    if (value === null) return '';
    if (typeof value === 'string') {
      return `<c r="${ref}" t="inlineStr"><is><t>${text(value)}</t></is></c>`;
    }
    if (typeof value === 'number') return `<c r="${ref}"><v>${value}</v></c>`;
    if ('xml' in value) return `<c r="${ref}"${value.t ? ` t="${value.t}"` : ''}>${value.xml}</c>`;
    const style = value.format === undefined ? '' : ` s="${styleOf(value.format)}"`;
    return `<c r="${ref}"${style}><v>${value.n}</v></c>`;
  };
  const sheetXml = ({ rows, merged = [], hiddenRows = [] }: TestSheet) => {
    const data =
      typeof rows === 'string'
        ? rows
        : rows
            .map((row, at) => {
              const hidden = hiddenRows.includes(at + 1) ? ' hidden="1"' : '';
              const cells = row.map((value, column) => cell(value, `${letter(column)}${at + 1}`));
              return `<row r="${at + 1}"${hidden}>${cells.join('')}</row>`;
            })
            .join('');
    const areas = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
    return `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData>${
      areas && `<mergeCells>${areas}</mergeCells>`
    }</worksheet>`;
  };
  const made: Record<string, string> = {
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${OF}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="s${at}" Type="${OF}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OF}"><workbookPr${
      date1904 ? ' date1904="1"' : ''
    }/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${text(name ?? `Trang ${at + 1}`)}" sheetId="${at + 1}" r:id="s${at}"${
            state ? ` state="${state}"` : ''
          }/>`,
      )
      .join('')}</sheets></workbook>`,
    ...Object.fromEntries(
      sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)]),
    ),
  };
  made['xl/styles.xml'] = `<styleSheet xmlns="${MAIN}"><numFmts>${formats
    .map((format, at) => `<numFmt numFmtId="${164 + at}" formatCode="${text(format)}"/>`)
    .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
    .map((_, at) => `<xf numFmtId="${164 + at}"/>`)
    .join('')}</cellXfs></styleSheet>`;
  const all = { ...made, ...parts };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(all).map(([name, xml]) => [name, strToU8(xml)]))),
  );
}
