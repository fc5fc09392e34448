import { In, IsNull, type EntityManager, type FindManyOptions } from 'typeorm';
import { Dispatch } from './dispatch.entity.ts';
import { Signature } from './signature.entity.ts';

/** Lines and annexes in print order, signatory and letterhead: all that is printed and signed. */
const WHOLE = {
  relations: {
    office: true,
    drafter: true,
    mandate: { account: true },
    lines: { group: true, agency: { parent: { parent: true } } },
    annexes: true,
  },
  order: { lines: { section: 'ASC', position: 'ASC' }, annexes: { position: 'ASC' } },
} satisfies FindManyOptions<Dispatch>;

/** A dispatch of this office with its lines in print order, its signatory and its letterhead. */
export async function readDispatch(
  manager: EntityManager,
  officeId: string,
  id: string,
): Promise<Dispatch> {
  return manager.findOneOrFail(Dispatch, { where: { id, officeId }, ...WHOLE });
}

/** Those of this office, by id. */
export async function readDispatches(
  manager: EntityManager,
  officeId: string,
  ids: string[],
): Promise<Map<string, Dispatch>> {
  const dispatches = await manager.find(Dispatch, { where: { id: In(ids), officeId }, ...WHOLE });
  return new Map(dispatches.map((dispatch) => [dispatch.id, dispatch]));
}

/** The same as `readDispatch`, with its row locked until the transaction ends: its next step happens once. */
export async function lockDispatch(
  manager: EntityManager,
  officeId: string,
  id: string,
): Promise<Dispatch> {
  await manager.findOneOrFail(Dispatch, {
    where: { id, officeId },
    select: { id: true },
    lock: { mode: 'pessimistic_write' },
  });
  return readDispatch(manager, officeId, id);
}

/** The signature that counts: one whose dispatch was not sent back since. */
export function validSignature(
  manager: EntityManager,
  dispatchId: string,
): Promise<Signature | null> {
  return manager.findOneBy(Signature, { dispatchId, submission: { returnedAt: IsNull() } });
}
