import { randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { anOffice } from './people.ts';

/** An issued dispatch without its history, and as many recipients of it as asked for. */
export async function aFrozenRecipient(database: DataSource) {
  const one = async (sql: string, values: unknown[] = []): Promise<string> =>
    (await database.query(sql, values))[0].id;
  const office = await anOffice(database, 'S', 'Sở');
  await database.query(
    `INSERT INTO agency_kinds (office_id, code, name, position) VALUES ($1, 'commune', 'Xã', 0)`,
    [office],
  );
  const account = await one(
    `INSERT INTO accounts (office_id, username, full_name, post, roles, password_hash)
     VALUES ($1, 'a', 'A', 'A', '{clerk}', '') RETURNING id`,
    [office],
  );
  const dispatchId = await one(
    `INSERT INTO dispatches (office_id, state, symbol, abstract, body, urgency, drafted_by, revision)
     VALUES ($1, 'draft', 'S', 'thử', 'thử', 'normal', $2, 1) RETURNING id`,
    [office, account],
  );
  return {
    dispatchId,
    next: async (): Promise<string> => {
      const code = randomUUID();
      const agency = await one(
        `INSERT INTO agencies (office_id, code, name, kind, valid_from)
         VALUES ($1, $2, 'Xã', 'commune', '2024-01-01') RETURNING id`,
        [office, code],
      );
      return one(
        `INSERT INTO recipients (id, dispatch_id, agency_id, code, name, kind, lines, acknowledge_by, token_hash)
         VALUES (gen_random_uuid(), $1, $2, $3, 'Xã', 'commune', '{}', now(), $3) RETURNING id`,
        [dispatchId, agency, code],
      );
    },
  };
}
