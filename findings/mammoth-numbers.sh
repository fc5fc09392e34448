#!/usr/bin/env bash
# One would expect: a converter of Word keeps the numbers that a reader sees, or says that it does not.
# What happens: mammoth 1.13.0 gives <ol> without the words of w:lvlText ("Điều %1.") and without w:numFmt (upperRoman),
# so a list that goes on after a paragraph begins at 1 again, and an "I." that follows it becomes its next item.
# No message tells of it. Source: mwilliamson/mammoth.js#184, #479; ECMA-376 part 1, 17.9.
# What follows for us: numbers are computed by ourselves (src/engines/word/docx/numbering.ts).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-fund --no-audit mammoth@1.13.0 jszip@3.10.1
cat > run.cjs <<'JS'
const mammoth = require('mammoth'), JSZip = require('jszip');
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const T = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const R = (list) => `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.map(([id, type, to]) => `<Relationship Id="${id}" Type="${T}/${type}" Target="${to}"/>`).join('')}</Relationships>`;
const p = (text, num) => `<w:p>${num ? `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${num}"/></w:numPr></w:pPr>` : ''}<w:r><w:t>${text}</w:t></w:r></w:p>`;
const level = (id, format, text) => `<w:abstractNum w:abstractNumId="${id}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum>`;
(async () => {
  const zip = new JSZip();
  zip.file('_rels/.rels', R([['a', 'officeDocument', 'word/document.xml']]));
  zip.file('word/_rels/document.xml.rels', R([['n', 'numbering', 'numbering.xml']]));
  zip.file('word/numbering.xml', `<w:numbering ${W}>${level(1, 'decimal', 'Điều %1.')}${level(2, 'upperRoman', '%1.')}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`);
  zip.file('word/document.xml', `<w:document ${W}><w:body>${p('Mở', 1)}${p('Xen giữa')}${p('Tiếp', 1)}${p('Tình hình', 2)}</w:body></w:document>`);
  const { value, messages } = await mammoth.convertToHtml({ buffer: await zip.generateAsync({ type: 'nodebuffer' }) });
  console.log(value, JSON.stringify(messages));
  const same = !/Điều|II?\.|start=/.test(value) && (value.match(/<ol>/g) || []).length >= 2 && messages.length === 0;
  if (!same) { console.log('changed'); process.exit(1); }
})();
JS
node run.cjs
