import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Row } from './country.ts';

const DAY = '2025-07-01';
const line = (cells: (string | null)[]) => cells.map((cell) => cell ?? '\\N').join('\t');

/** The rows of the list in the tables they end in, nothing looked at; gives how long that took. */
export function bareCopy(url: string, officeId: string, rows: Row[]): () => Promise<number> {
  const ids = new Map(rows.map(({ code }) => [code, randomUUID() as string]));
  const names = [...new Set(rows.map(({ area }) => area))];
  const areas = new Map(names.map((name) => [name, randomUUID() as string]));
  const id = ({ code }: Row) => ids.get(code)!;
  const tables: [string, string[]][] = [
    [
      'agencies (id, office_id, code, name, kind, parent_id, valid_from, email)',
      rows.map((row) =>
        line([
          ...[id(row), officeId, row.code, row.name, row.kind],
          ...[row.parent ? ids.get(row.parent)! : null, DAY, row.email],
        ]),
      ),
    ],
    ['areas (id, office_id, name)', names.map((name) => line([areas.get(name)!, officeId, name]))],
    [
      'area_members (agency_id, valid_from, area_id)',
      rows.map((row) => line([id(row), DAY, areas.get(row.area)!])),
    ],
    [
      'agency_identifiers (agency_id, scheme, code, valid_from)',
      rows.map((row) => line([id(row), 'organisation', row.identifier, DAY])),
    ],
  ];
  return async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query('BEGIN');
    const start = performance.now();
    for (const [table, lines] of tables) {
      const stream = client.query(copyFrom(`COPY ${table} FROM STDIN`));
      await pipeline(Readable.from([`${lines.join('\n')}\n`]), stream);
    }
    const took = performance.now() - start;
    await client.query('ROLLBACK');
    await client.end();
    return took;
  };
}
