#!/usr/bin/env bash
# One would expect: onclosetag(name, isImplied) of htmlparser2 says true only where the file had no closing tag,
# so that a cut-off XML part can be told from a whole one.
# What happens: in xmlMode, 10.1.0 also says true for a tag that closes itself (<b/>), exactly as for one that the end of
# the file cut off; the strictest reading of the flag refuses every well-formed file of Word.
# Source: htmlparser2 Parser.ts, closeCurrentTag ("the closing tag has to be implied").
# What follows for us: implied counts as cut off unless nothing came since the tag opened (src/engines/word/docx/xml.ts).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-fund --no-audit htmlparser2@10.1.0
cat > run.mjs <<'JS'
import { Parser } from 'htmlparser2';
const closings = (xml) => {
  const seen = [];
  new Parser({ onclosetag: (name, isImplied) => seen.push(`${name}:${isImplied}`) }, { xmlMode: true }).end(xml);
  return seen.join(' ');
};
const [whole, self, cut] = ['<a><b></b></a>', '<a><b/></a>', '<a><b>'].map(closings);
console.log({ whole, self, cut });
if (whole !== 'b:false a:false' || self !== 'b:true a:false' || cut !== 'b:true a:true') { console.log('changed'); process.exit(1); }
JS
node run.mjs
