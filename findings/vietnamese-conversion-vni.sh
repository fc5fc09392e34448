#!/usr/bin/env bash
# One would expect: the converter of old Vietnamese charsets on npm (vietnamese-conversion 2.0.0, "100% test coverage",
# "automatic charset detection") reads VNI text, and tells it from Unicode.
# What happens: a letter with horn and tone is two signs in VNI ("ôø" is ờ); the horn alone is replaced first, so the tone stays
# behind as a letter: "ñöôøng" (đường) becomes "đươøng". And detectCharset says "unicode" for TCVN3, VNI and Unicode alike.
# Words without such a letter ("Caùc phoøng") come out right, so a quick look does not show it.
# Source: the package's charsets.js (order of replacement), run here.
# What follows for us: the conversion is our own, by the font and letter by letter (src/engines/word/legacy-fonts.ts).
set -euo pipefail
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
npm init -y >/dev/null; npm install --silent --no-fund --no-audit vietnamese-conversion@2.0.0
cat > run.mjs <<'JS'
import { VietnameseConversion, detectCharset } from 'vietnamese-conversion';
const fromVni = (text) => new VietnameseConversion(text, 'vni').toCharset('unicode');
const read = ['Caùc phoøng', 'ñöôøng'].map(fromVni);
const detected = ['C¸c phßng n\u00adíc', 'Caùc phoøng ñöôøng', 'Các phòng đường'].map((text) => detectCharset(text));
console.log({ read, detected });
if (read[0] !== 'Các phòng' || read[1] !== 'đươøng' || new Set(detected).size !== 1) { console.log('changed'); process.exit(1); }
JS
node run.mjs
