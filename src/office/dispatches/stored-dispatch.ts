import { In, IsNull, type EntityManager, type FindManyOptions } from 'typeorm';
import { Dispatch } from './dispatch.entity.ts';
import { readable, readableOf, type Reader } from './reading/readable.ts';
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

/** A dispatch that this person may read, with its lines in print order, its signatory and its letterhead. */
export async function readDispatch(
  manager: EntityManager,
  by: Reader,
  id: string,
): Promise<Dispatch> {
  return manager.findOneOrFail(Dispatch, { where: { id: readable(by, id) }, ...WHOLE });
}

/** Any, for what nobody asks for in person: making its file, telling whoever has its code, passing on work. */
export async function wholeDispatch(manager: EntityManager, id: string): Promise<Dispatch> {
  return manager.findOneOrFail(Dispatch, { where: { id }, ...WHOLE });
}

/** Those of `ids` that this person may read. */
export async function readDispatches(
  manager: EntityManager,
  by: Reader,
  ids: string[],
): Promise<Map<string, Dispatch>> {
  const known = await readableOf(manager, by, ids);
  const dispatches = await manager.find(Dispatch, { where: { id: In([...known]) }, ...WHOLE });
  return new Map(dispatches.map((dispatch) => [dispatch.id, dispatch]));
}

/** The same as `readDispatch`, with its row locked until the transaction ends: its next step happens once. */
export async function lockDispatch(
  manager: EntityManager,
  by: Reader,
  id: string,
): Promise<Dispatch> {
  await manager.findOneOrFail(Dispatch, {
    where: { id: readable(by, id) },
    select: { id: true },
    lock: { mode: 'pessimistic_write' },
  });
  return readDispatch(manager, by, id);
}

/** The same for who passes on work without reading it. */
export async function lockWhole(manager: EntityManager, id: string): Promise<Dispatch> {
  await manager.findOneOrFail(Dispatch, {
    where: { id },
    select: { id: true },
    lock: { mode: 'pessimistic_write' },
  });
  return wholeDispatch(manager, id);
}

/** The signature that counts: one whose dispatch was not sent back since. */
export function validSignature(
  manager: EntityManager,
  dispatchId: string,
): Promise<Signature | null> {
  return manager.findOneBy(Signature, { dispatchId, submission: { returnedAt: IsNull() } });
}
