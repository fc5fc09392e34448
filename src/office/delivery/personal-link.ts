import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { InstallationKeys } from '../../platform/installation/installation-keys.ts';

/**
 * The unguessable token of one recipient's link (256 bits, base64url). It is derived, so a repeated
 * mail carries the same link although the database keeps only its hash.
 */
export function linkToken(keys: InstallationKeys, recipientId: string): string {
  return keys.mac('link', recipientId).toString('base64url');
}

export function tokenHash(token: string): string {
  return hash('sha256', token, 'hex');
}

/** A recipient, and the hash of the link it was frozen with. */
export interface Linked {
  recipientId: string;
  tokenHash: string;
}

/**
 * Called before links go out: one whose recipient was frozen under another key of links (before
 * keys were derived, or before the secret was renewed) is written down, so that it opens beside the first.
 */
export async function makeLinksKnown(
  manager: EntityManager,
  keys: InstallationKeys,
  recipients: Linked[],
): Promise<void> {
  const later = recipients
    .map(({ recipientId, tokenHash: first }) => {
      const own = tokenHash(linkToken(keys, recipientId));
      return { recipientId, own, isLater: own !== first };
    })
    .filter(({ isLater }) => isLater);
  if (later.length === 0) return;
  await manager.query(
    `INSERT INTO later_links (token_hash, recipient_id)
     SELECT * FROM unnest($1::text[], $2::uuid[]) ON CONFLICT DO NOTHING`,
    [later.map(({ own }) => own), later.map(({ recipientId }) => recipientId)],
  );
}

/** SQL: whose link it is, by the hash of its token. */
export const holderOf = (hash: string) => `(
  SELECT id FROM recipients WHERE token_hash = ${hash}
  UNION ALL SELECT recipient_id FROM later_links WHERE token_hash = ${hash} LIMIT 1)`;
