import { Injectable } from '@nestjs/common';
import { ArrayContains, DataSource, In, type EntityManager } from 'typeorm';
import { MAY_SIGN_IN } from '../accounts/may-sign-in.ts';
import { Account } from '../accounts/account.entity.ts';
import { Mandate } from '../accounts/mandate.entity.ts';
import { unitsOn } from '../accounts/open-units.ts';
import type { Unit } from '../accounts/unit.entity.ts';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { record, type Actor } from '../journal/journal.ts';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';
import { InvalidInput } from '../../platform/web/invalid-input.ts';
import { faultsOf, faultsOfGiving, isHead } from './delegation.ts';
import type { EndMandate, GrantMandate } from './mandate.schemas.ts';

const DAY = 86_400_000;

/** Who may sign what: given, and ended, never changed. */
@Injectable()
export class MandatesService {
  constructor(private readonly database: DataSource) {}

  /** All there ever were in this office, the newest first. */
  list(by: Account): Promise<Mandate[]> {
    return this.database.manager.find(Mandate, {
      where: { account: { officeId: by.officeId } },
      relations: { account: true, grantedFrom: { account: true } },
      order: { validFrom: 'DESC', id: 'ASC' },
    });
  }

  /** Whoever could sign on a day `YYYY-MM-DD`; of somebody who left, up to that day. */
  async on(by: Account, day: string): Promise<Mandate[]> {
    const all = await this.list(by);
    return all.filter((mandate) => {
      const { closedAt } = mandate.account;
      return mandate.isValidOn(day) && (!closedAt || day <= vietnamDate(closedAt));
    });
  }

  /** Whom a mandate can be given to. */
  signers(by: Account): Promise<Account[]> {
    return this.database.manager.find(Account, {
      where: isSigner(by),
      order: { fullName: 'ASC' },
    });
  }

  /** Whose dispatches a mandate can be limited to. */
  units({ officeId }: Account): Promise<Unit[]> {
    return unitsOn(this.database.manager, officeId, vietnamDate(new Date()));
  }

  async grant(by: Account, input: GrantMandate): Promise<Mandate> {
    return this.database.transaction(async (manager) => {
      const giver = input.grantedFromId
        ? await lockMandate(manager, by.officeId, input.grantedFromId).catch(notInList)
        : undefined;
      if (giver?.account.closedAt) notInList();
      const fields = fieldsOf(input, giver);
      const { accountId } = input;
      if (!(await manager.existsBy(Account, { ...isSigner(by), id: accountId }))) {
        refuse('accountId', 'Chọn người ký trong danh sách.');
      }
      const faults = faultsOf(fields);
      if (giver) faults.push(...faultsOfGiving(fields, giver));
      else if (await standsInList(manager, by.officeId, fields)) {
        const message = 'Chức vụ này có thẩm quyền ký trong danh sách: chọn đúng người giao.';
        faults.push({ path: 'grantedFromId', message });
      } else if (fields.capacity === 'KT.' && fields.basis === null) {
        faults.push({
          path: 'basis',
          message: 'Người giao không có ở đây: ghi văn bản phân công.',
        });
      }
      if (giver?.accountId === input.accountId) {
        faults.push({
          path: 'accountId',
          message: 'Không tự giao thẩm quyền cho mình. Chọn người nhận khác.',
        });
      }
      if (faults.length > 0) throw new InvalidInput(faults);
      const { raw } = await manager.insert(Mandate, { ...fields, accountId: input.accountId });
      const id: string = raw[0].id;
      await record(manager, by, 'granted', id, { ...input }, {}, [['mandates', 'id', id]]);
      return readMandate(manager, by.officeId, id);
    });
  }

  /** What ends with it: the mandates given from it that would outlive it. */
  async restingOn(by: Account, id: string): Promise<{ mandate: Mandate; resting: Mandate[] }> {
    const { manager } = this.database;
    const mandate = await readMandate(manager, by.officeId, id);
    const today = vietnamDate(new Date());
    return {
      mandate,
      resting: (await mandatesOf(manager, [id])).filter((one) => !one.hasEndedBefore(today)),
    };
  }

  /**
   * The last day may be yesterday, so that it ends at once, but no earlier: what was signed under it stays signed. What
   * was given from it ends with it.
   */
  async end(by: Account, id: string, { lastDay, reason }: EndMandate): Promise<Mandate> {
    if (lastDay < vietnamDate(new Date(Date.now() - DAY))) {
      refuse('lastDay', 'Không lùi ngày được: sớm nhất là hôm qua, tức là hết hiệu lực ngay.');
    }
    return this.database.transaction(async (manager) => {
      await endMandate(manager, by, id, { lastDay, reason });
      return readMandate(manager, by.officeId, id);
    });
  }
}

/** In the transaction of `manager`, with all that was given from it. */
export async function endMandate(
  manager: EntityManager,
  by: Actor,
  id: string,
  { lastDay, reason }: EndMandate,
): Promise<void> {
  const mandate = await lockMandate(manager, by.officeId, id);
  requireRunning(mandate, lastDay);
  const resting = (await mandatesOf(manager, [id])).filter(
    ({ validTo }) => !validTo || validTo > lastDay,
  );
  for (const one of [mandate, ...resting]) {
    await manager.update(Mandate, { id: one.id }, { validTo: lastDay });
    const because = one === mandate ? {} : { with: id };
    const details = { lastDay, reason, ...because };
    await record(manager, by, 'ended', one.id, details, {}, [['mandates', 'id', one.id]]);
  }
}

function fieldsOf(input: GrantMandate, giver: Mandate | undefined) {
  const { capacity: choice, onBehalfOf, accountId: _, ...fields } = input;
  const capacity = choice === 'head' ? null : choice;
  if (!giver || isHead(capacity)) return { ...fields, capacity, onBehalfOf, above: null };
  const needsAbove = capacity === 'KT.' && (giver.capacity === 'TM.' || giver.capacity === 'TL.');
  const above = needsAbove ? `${giver.capacity} ${giver.onBehalfOf}` : null;
  return { ...fields, capacity, onBehalfOf: giver.post, above };
}

/** Whoever has a mandate here is the one to give: so nobody gives on what they may not. */
async function standsInList(
  manager: EntityManager,
  officeId: string,
  { capacity, onBehalfOf }: ReturnType<typeof fieldsOf>,
): Promise<boolean> {
  if (onBehalfOf === null || capacity === 'TM.') return false;
  const today = vietnamDate(new Date());
  const namesakes = await manager.findBy(Mandate, { post: onBehalfOf, account: { officeId } });
  return namesakes.some((mandate) => !mandate.hasEndedBefore(today));
}

function requireRunning(mandate: Mandate, lastDay: string): void {
  const today = vietnamDate(new Date());
  if (mandate.hasEndedBefore(today)) {
    throw new RuleViolation('mandate-ended');
  }
  if (mandate.validTo !== null && lastDay > mandate.validTo) {
    refuse('lastDay', 'Không gia hạn bằng cách này: ghi một thẩm quyền mới.');
  }
}

const readMandate = (manager: EntityManager, officeId: string, id: string): Promise<Mandate> =>
  manager.findOneOrFail(Mandate, {
    where: { id, account: { officeId } },
    relations: { account: true, grantedFrom: { account: true } },
  });

/** Locked until the transaction ends: nothing is given from a mandate while it ends. */
async function lockMandate(manager: EntityManager, officeId: string, id: string): Promise<Mandate> {
  await manager.query('SELECT 1 FROM mandates WHERE id = $1 FOR UPDATE', [id]);
  return readMandate(manager, officeId, id);
}

/** Given from these, and from those, and so on. */
export async function mandatesOf(manager: EntityManager, ids: string[]): Promise<Mandate[]> {
  if (ids.length === 0) return [];
  const next = await manager.find(Mandate, {
    where: { grantedFromId: In(ids) },
    relations: { account: true },
  });
  return [
    ...next,
    ...(await mandatesOf(
      manager,
      next.map(({ id }) => id),
    )),
  ];
}

const isSigner = ({ officeId }: Account) => ({
  officeId,
  roles: ArrayContains(['signer']),
  ...MAY_SIGN_IN,
});

function refuse(path: string, message: string): never {
  throw new InvalidInput([{ path, message }]);
}

const notInList = () => refuse('grantedFromId', 'Chọn người giao trong danh sách.');
