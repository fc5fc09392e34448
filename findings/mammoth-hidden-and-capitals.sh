#!/usr/bin/env bash
# One would expect: text that Word does not print (w:vanish) is left out, and text that Word shows in capitals (w:caps) is.
# What happens: mammoth 1.13.0 gives hidden text like any other, and the letters that were typed in place of the capitals,
# without a message.
# Source: ECMA-376 part 1, 17.3.2.41 (vanish), 17.3.2.5 (caps). What follows for us: both are resolved through the styles
# (src/engines/word/docx/styles.ts), hidden text is left out and told.
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-fund --no-audit mammoth@1.13.0 docx@9.15.2
cat > run.cjs <<'JS'
const mammoth = require('mammoth'), { Document, Packer, Paragraph, TextRun } = require('docx');
(async () => {
  const children = [new TextRun({ text: 'Thấy. ' }), new TextRun({ text: 'Ẩn. ', vanish: true }), new TextRun({ text: 'sở xây dựng', allCaps: true })];
  const buffer = await Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph({ children })] }] }));
  const { value, messages } = await mammoth.extractRawText({ buffer });
  console.log(JSON.stringify(value), JSON.stringify(messages));
  if (!/Ẩn\./.test(value) || !/sở xây dựng/.test(value) || messages.length) { console.log('changed'); process.exit(1); }
})();
JS
node run.cjs
