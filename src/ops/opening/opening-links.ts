import { createHash, randomBytes } from 'node:crypto';
import { IsNull, MoreThan, type EntityManager } from 'typeorm';
import { OpeningLink } from '../../office/accounts/opening-link.entity.ts';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';

const HOUR = 3_600_000;

const hashOf = (token: string) => createHash('sha256').update(token).digest('hex');

/** The token of a new link; the database keeps only its hash. */
export async function makeLink(manager: EntityManager): Promise<string> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = new Date(Date.now() + HOUR);
  await manager.insert(OpeningLink, { tokenHash: hashOf(token), expiresAt });
  return token;
}

/** Throws where nobody made such a link, and a refusal where it has been used or is over. */
export async function requireOpen(manager: EntityManager, token: string): Promise<OpeningLink> {
  const link = await manager.findOneByOrFail(OpeningLink, { tokenHash: hashOf(token) });
  if (link.officeId !== null || link.expiresAt <= new Date()) {
    throw new RuleViolation('opening-link-over');
  }
  return link;
}

/** One link opens one office, however often it is sent. */
export async function useUp(manager: EntityManager, id: string, officeId: string): Promise<void> {
  const open = { id, officeId: IsNull(), expiresAt: MoreThan(new Date()) };
  const { affected } = await manager.update(OpeningLink, open, { officeId });
  if (affected === 0) throw new RuleViolation('opening-link-over');
}
