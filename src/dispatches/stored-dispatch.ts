import type { EntityManager } from 'typeorm';
import { Dispatch } from './dispatch.entity.ts';

/** A dispatch of this office with its lines in print order, its signatory and its letterhead. */
export async function readDispatch(
  manager: EntityManager,
  officeId: string,
  id: string,
): Promise<Dispatch> {
  return manager.findOneOrFail(Dispatch, {
    where: { id, officeId },
    relations: {
      office: true,
      drafter: true,
      mandate: { account: true },
      lines: { group: true, agency: true },
      annexes: true,
    },
    order: { lines: { section: 'ASC', position: 'ASC' }, annexes: { position: 'ASC' } },
  });
}

/** The same, with its row locked until the transaction ends: its next step happens once. */
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
