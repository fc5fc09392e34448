import type { EntityManager } from 'typeorm';
import { linkToken, tokenHash } from '../delivery/personal-link.ts';
import { timeOrderedId } from '../delivery/time-ordered-id.ts';
import type { InstallationKeys } from '../../platform/installation/installation-keys.ts';
import { routesTo } from '../directory/agency.entity.ts';
import type { Preflight } from '../dispatches/preflight.ts';
import { mostDemanding } from '../dispatches/terms.ts';

type Reached = Preflight['recipients'][number];

/** Writes who receives the dispatch, and one delivery for each who has an address. */
export async function freezeRecipients(
  manager: EntityManager,
  dispatchId: string,
  reached: Reached[],
  dueBy: Date,
  keys: InstallationKeys,
): Promise<void> {
  const rows = reached.map(({ agency }) => {
    const id = timeOrderedId();
    const [way, ...fallbacks] = routesTo(agency);
    const token = tokenHash(linkToken(keys, id));
    return { id, token, agency, deliveryId: timeOrderedId(), way, fallbacks };
  });
  const column = <Value>(of: (row: (typeof rows)[number]) => Value) => rows.map(of);
  const { shares, share } = shared(reached, dueBy);
  // Arrays, and what thousands have in common once: half the time of a document of ten thousand objects.
  await manager.query(
    `WITH shared AS (
       SELECT share, lines, purpose, acknowledge_by, reply_by
       FROM jsonb_to_recordset($3::jsonb) AS line (
         share int, lines text[], purpose text, acknowledge_by timestamptz, reply_by timestamptz)
     ), frozen AS (
       SELECT * FROM unnest($4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::text[], $9::text[],
                            $10::int[], $11::uuid[], $12::text[], $13::text[], $14::jsonb[])
         AS row (id, token_hash, agency_id, code, name, kind,
                 share, delivery_id, channel, address, fallbacks)
     ), recipient AS (
       INSERT INTO recipients
         (id, dispatch_id, agency_id, code, name, kind, lines, purpose, acknowledge_by, reply_by,
          token_hash)
       SELECT id, $1, agency_id, code, name, kind, lines, purpose, coalesce(acknowledge_by, $2),
              reply_by, token_hash
       FROM frozen JOIN shared USING (share) ORDER BY id
     )
     INSERT INTO deliveries (id, recipient_id, dispatch_id, channel, address, fallbacks, state)
     SELECT delivery_id, id, $1, channel, address, fallbacks, 'waiting'
     FROM frozen WHERE channel IS NOT NULL ORDER BY delivery_id`,
    [
      dispatchId,
      dueBy,
      JSON.stringify(shares),
      column(({ id }) => id),
      column(({ token }) => token),
      column(({ agency }) => agency.id),
      column(({ agency }) => agency.code),
      column(({ agency }) => agency.name),
      column(({ agency }) => agency.kind),
      share,
      column(({ deliveryId }) => deliveryId),
      column(({ way }) => way?.channel ?? null),
      column(({ way }) => way?.address ?? null),
      column(({ fallbacks }) => JSON.stringify(fallbacks)),
    ],
  );
}

/** What many have in common: through which lines they are reached, and what those ask of them. */
function shared(reached: Reached[], dueBy: Date) {
  const places = new Map<string, number>();
  const shares: object[] = [];
  const share = reached.map(({ lines, through }) => {
    const { purpose, acknowledgeBy, replyBy } = mostDemanding(through, dueBy);
    const by = acknowledgeBy === dueBy ? null : acknowledgeBy;
    const common = { lines, purpose, acknowledge_by: by, reply_by: replyBy };
    const key = JSON.stringify(common);
    const place = places.get(key) ?? shares.push({ share: places.size, ...common }) - 1;
    places.set(key, place);
    return place;
  });
  return { shares, share };
}
