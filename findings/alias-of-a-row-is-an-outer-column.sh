#!/usr/bin/env bash
# A subquery hands its whole row to a function by the alias of its table: to_jsonb(reading) FROM readings reading.
#
# Expected: the alias that stands nearest wins, as with every other name: the row of the subquery.
# Happens: names are first looked for as columns, through all levels outwards, and only then as rows. When a table of
#   the query around has a column of that name, its value is taken, without an error, since to_jsonb takes anything:
#   the lists of a page held a word instead of their rows. With another alias the rows come. row_to_json, which
#   takes rows only, fails instead and so shows it.
# Versions: PostgreSQL as of @electric-sql/pglite 0.5.17 (its version() is printed).
# Source: https://www.postgresql.org/docs/current/rowtypes.html ("Using Composite Types in Queries")
# Follows for us: no alias of a row in computed/recipient-facts.sql is the name of a column further out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-audit --no-fund --prefix "$folder" @electric-sql/pglite@0.5.17
cd "$folder"
cat >ask.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';

const database = new PGlite();
await database.exec(`
  CREATE TABLE letters (id int, reading text);
  CREATE TABLE readings (letter_id int, kind text);
  INSERT INTO letters VALUES (1, 'office');
  INSERT INTO readings VALUES (1, 'opened');`);
const said = async (call, alias) => {
  const sql = `SELECT (SELECT ${call}(${alias}) FROM readings ${alias} WHERE ${alias}.letter_id = letter.id) AS said
               FROM letters letter`;
  try {
    return JSON.stringify((await database.query(sql)).rows[0].said);
  } catch (error) {
    return error.message;
  }
};
console.log((await database.query('SELECT version() AS version')).rows[0].version.split(' on ')[0]);
console.log(`to_jsonb, alias reading: ${await said('to_jsonb', 'reading')}`);
console.log(`to_jsonb, alias noted: ${await said('to_jsonb', 'noted')}`);
console.log(`row_to_json, alias reading: ${await said('row_to_json', 'reading')}`);
JS
node ask.mjs | tee output
grep -qF 'to_jsonb, alias reading: "office"' output
grep -qF 'to_jsonb, alias noted: {"kind":"opened","letter_id":1}' output
grep -qF 'row_to_json, alias reading: function row_to_json(text) does not exist' output
echo 'as described'
