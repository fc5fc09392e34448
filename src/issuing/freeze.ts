import type { EntityManager } from 'typeorm';
import { linkToken, tokenHash } from '../delivery/personal-link.ts';
import { timeOrderedId } from '../delivery/time-ordered-id.ts';
import type { Reached } from '../directory/expansion.ts';

/** Writes who receives the dispatch, and one delivery for each who has an address. */
export async function freezeRecipients(
  manager: EntityManager,
  dispatchId: string,
  reached: Reached[],
  acknowledgeBy: Date,
  linkSecret: string,
): Promise<void> {
  const rows = reached.map(({ agency, lines }) => {
    const id = timeOrderedId();
    const { code, name, kind, email } = agency;
    const token = tokenHash(linkToken(linkSecret, id));
    return {
      id,
      agency_id: agency.id,
      code,
      name,
      kind,
      email,
      lines,
      token_hash: token,
      delivery_id: timeOrderedId(),
    };
  });
  await manager.query(
    `WITH frozen AS (
       SELECT * FROM jsonb_to_recordset($2::jsonb) AS row (
         id uuid, agency_id uuid, code text, name text, kind text, email text, lines text[],
         token_hash text, delivery_id uuid)
     ), recipient AS (
       INSERT INTO recipients
         (id, dispatch_id, agency_id, code, name, kind, lines, acknowledge_by, token_hash)
       SELECT id, $1, agency_id, code, name, kind, lines, $3, token_hash FROM frozen
       RETURNING id
     )
     INSERT INTO deliveries (id, recipient_id, dispatch_id, channel, address, state)
     SELECT delivery_id, id, $1, 'email', email, 'waiting'
     FROM recipient JOIN frozen USING (id)
     WHERE email IS NOT NULL`,
    [dispatchId, JSON.stringify(rows), acknowledgeBy],
  );
}
