#!/usr/bin/env bash
# Expected: several delimiters are candidates, of which a file has one.
# Happens: every one of them separates cells throughout the file, so a semicolon-separated list with a comma in a name
#   has a cell too many in that line; without a check of the count its columns shift.
# Versions: csv-parse 7.0.3 (npm). Source: https://csv.js.org/parse/options/delimiter/; similar: TablePress/TablePress#198.
# What follows: the delimiter is chosen first, by the names of the columns, and one alone is given to the parser.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund csv-parse@7.0.3 >/dev/null
cat > run.mjs <<'JS'
import { parse } from 'csv-parse/sync';

const csv = 'code;name;kind\nA1;Trạm y tế, cơ sở 2;department\n';
const [, both] = parse(csv, { delimiter: [',', ';'], relax_column_count: true });
const [, one] = parse(csv, { delimiter: ';' });
console.log('with [",", ";"]:', JSON.stringify(both));
console.log('with ";" alone: ', JSON.stringify(one));
const isAsFound = both.length === 4 && one.length === 3;
if (!isAsFound) console.log('The behaviour has changed.');
process.exit(isAsFound ? 0 : 1);
JS
node run.mjs
