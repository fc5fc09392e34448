import type { EntityManager } from 'typeorm';
import { linkToken, tokenHash } from '../delivery/personal-link.ts';
import { timeOrderedId } from '../delivery/time-ordered-id.ts';
import { waysTo } from '../directory/agency.entity.ts';
import type { Preflight } from '../dispatches/preflight.ts';
import { mostDemanding } from '../dispatches/terms.ts';

/** Writes who receives the dispatch, and one delivery for each who has an address. */
export async function freezeRecipients(
  manager: EntityManager,
  dispatchId: string,
  reached: Preflight['recipients'],
  dueBy: Date,
  linkSecret: string,
): Promise<void> {
  const rows = reached.map(({ agency, lines, through }) => {
    const id = timeOrderedId();
    const { code, name, kind } = agency;
    const [way, ...fallbacks] = waysTo(agency);
    const terms = mostDemanding(through, dueBy);
    const token = tokenHash(linkToken(linkSecret, id));
    return {
      id,
      agency_id: agency.id,
      code,
      name,
      kind,
      way,
      fallbacks,
      lines,
      purpose: terms.purpose ?? undefined,
      acknowledge_by: terms.acknowledgeBy === dueBy ? undefined : terms.acknowledgeBy,
      reply_by: terms.replyBy ?? undefined,
      token_hash: token,
      delivery_id: timeOrderedId(),
    };
  });
  await manager.query(
    `WITH frozen AS (
       SELECT * FROM jsonb_to_recordset($2::jsonb) AS row (
         id uuid, agency_id uuid, code text, name text, kind text, way jsonb, fallbacks jsonb, lines text[],
         purpose text, acknowledge_by timestamptz, reply_by timestamptz, token_hash text, delivery_id uuid)
     ), recipient AS (
       INSERT INTO recipients
         (id, dispatch_id, agency_id, code, name, kind, lines, purpose, acknowledge_by, reply_by,
          token_hash)
       SELECT id, $1, agency_id, code, name, kind, lines, purpose,
              coalesce(acknowledge_by, $3), reply_by, token_hash FROM frozen
       RETURNING id
     )
     INSERT INTO deliveries
       (id, recipient_id, dispatch_id, channel, address, fallbacks, state)
     SELECT delivery_id, id, $1, way ->> 'channel', way ->> 'address', fallbacks, 'waiting'
     FROM recipient JOIN frozen USING (id)
     WHERE way IS NOT NULL`,
    [dispatchId, JSON.stringify(rows), dueBy],
  );
}
