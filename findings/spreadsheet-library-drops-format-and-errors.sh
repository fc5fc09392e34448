#!/usr/bin/env bash
# Expected: a library for reading .xlsx gives what the sheet shows, or at least tells an error cell from an empty one.
# Happens: read-excel-file gives the number 97 for a cell that Excel shows as 00097, null for #N/A, and reads the first
#   sheet even where the file hides it.
# Versions: read-excel-file 9.3.17, fflate 0.8.3 (npm). Source: ECMA-376 part 1, 18.8.30 (formats), 18.18.11 (error
#   cells), 18.2.19 (hidden sheets); similar: ExcelDataReader/ExcelDataReader#506, tidyverse/readxl#513.
# What follows: codes are read together with their number format, or refused; errors are asked for by the cell's type.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund read-excel-file@9.3.17 fflate@0.8.3 >/dev/null
cat > run.mjs <<'JS'
import { strToU8, zipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (inside) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`;
const sheet = (cells) => `<worksheet ${main}><sheetData><row r="1">${cells}</row></sheetData></worksheet>`;
const parts = {
  '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
  '_rels/.rels': rels(`<Relationship Id="r1" Type="${office}/officeDocument" Target="xl/workbook.xml"/>`),
  'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets><sheet name="hidden" sheetId="1" r:id="a" state="hidden"/><sheet name="shown" sheetId="2" r:id="b"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': rels(
    `<Relationship Id="a" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/>` +
      `<Relationship Id="b" Type="${office}/worksheet" Target="worksheets/sheet2.xml"/>` +
      `<Relationship Id="c" Type="${office}/styles" Target="styles.xml"/>`,
  ),
  'xl/styles.xml': `<styleSheet ${main}><numFmts count="1"><numFmt numFmtId="164" formatCode="00000"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
  'xl/worksheets/sheet1.xml': sheet(
    '<c r="A1" s="1"><v>97</v></c><c r="B1" t="e"><v>#N/A</v></c><c r="C1" t="str"><v>first, hidden</v></c>',
  ),
  'xl/worksheets/sheet2.xml': sheet('<c r="A1" t="str"><v>shown</v></c>'),
};
const bytes = zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])));
const [row] = await readSheet(Buffer.from(bytes));
console.log('00097, #N/A and a text on a hidden first sheet are read as', JSON.stringify(row));
const isAsFound = row?.[0] === 97 && row[1] === null && row[2] === 'first, hidden';
if (!isAsFound) console.log('The behaviour has changed.');
process.exit(isAsFound ? 0 : 1);
JS
node run.mjs
