import type { EntityManager } from 'typeorm';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';
import { Dispatch } from './dispatch.entity.ts';
import type { DraftDispatch } from './dispatch.schemas.ts';
import { readable, type MaybeReadable, type Reader } from './reading/readable.ts';

/** What is told of an issued dispatch that replaces or corrects another. */
export type Follower = Pick<Dispatch, 'id' | 'relation' | 'number' | 'symbol' | 'issuedOn'>;

const TOLD = { id: true, relation: true, number: true, symbol: true, issuedOn: true } as const;

/** The issued dispatches that replace or correct this one, in the order in which they came. */
export function followersOf(manager: EntityManager, dispatchId: string): Promise<Follower[]> {
  return manager.find(Dispatch, {
    select: TOLD,
    where: { formerId: dispatchId, state: 'issued' },
    order: { issuedOn: 'ASC', number: 'ASC' },
  });
}

/** The dispatch that this one replaces or corrects. */
export async function formerOf(
  manager: EntityManager,
  { formerId }: Dispatch,
): Promise<Follower | null> {
  return formerId ? manager.findOne(Dispatch, { select: TOLD, where: { id: formerId } }) : null;
}

/** Number and date are told to everybody of the office, as in the register; the way there to who may read it. */
export type Relative = Follower & MaybeReadable;

/** Only what was issued by the same office is replaced or corrected. */
export async function requireFormer(
  manager: EntityManager,
  by: Reader,
  { formerId, relation }: DraftDispatch,
): Promise<Pick<Dispatch, 'formerId' | 'relation'>> {
  if (!formerId || !relation) return { formerId: null, relation: null };
  const former = await manager.findOneByOrFail(Dispatch, { id: readable(by, formerId) });
  if (former.state !== 'issued') {
    throw new RuleViolation('former-not-issued');
  }
  return { formerId, relation };
}
