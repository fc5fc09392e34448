import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import { Account } from '../../accounts/account.entity.ts';
import { Mandate } from '../../accounts/mandate.entity.ts';
import { Office } from '../../accounts/office.entity.ts';
import { Unit } from '../../accounts/unit.entity.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { shortDate } from '../../../platform/time/vietnam-time.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import type { EndUnit, NewUnit, RenameUnit } from './office.schemas.ts';

/** The office's drafting units: added, renamed, ended. Another symbol is another unit. */
@Injectable()
export class UnitsService {
  constructor(private readonly database: DataSource) {}

  /** All there ever were. */
  list({ officeId }: Account): Promise<Unit[]> {
    return this.database.manager.find(Unit, {
      where: { officeId },
      order: { symbol: 'ASC', validFrom: 'DESC' },
    });
  }

  find({ officeId }: Account, id: string): Promise<Unit> {
    return this.database.manager.findOneByOrFail(Unit, { id, officeId });
  }

  async add(by: Account, input: NewUnit): Promise<Unit> {
    const { officeId } = by;
    return this.database.transaction(async (manager) => {
      await hold(manager, officeId);
      const { symbol, validFrom } = input;
      const namesakes = await manager.findBy(Unit, { officeId, symbol });
      const taken = namesakes.find(({ validTo }) => validTo === null || validTo >= validFrom);
      if (taken) refuse('symbol', takenBy(taken));
      const { raw } = await manager.insert(Unit, { ...input, officeId });
      const id: string = raw[0].id;
      await record(manager, by, 'unit-added', officeId, { unitId: id, ...input });
      return manager.findOneByOrFail(Unit, { id });
    });
  }

  async rename(by: Account, id: string, { name }: RenameUnit): Promise<Unit> {
    const { officeId } = by;
    return this.database.transaction(async (manager) => {
      await hold(manager, officeId);
      const unit = await manager.findOneByOrFail(Unit, { id, officeId });
      if (unit.name === name) return unit;
      await manager.update(Unit, { id }, { name });
      const details = { unitId: id, symbol: unit.symbol, name, before: unit.name };
      await record(manager, by, 'unit-renamed', officeId, details);
      return manager.findOneByOrFail(Unit, { id });
    });
  }

  /** Who belongs to it and what is given for it goes elsewhere first. */
  async end(by: Account, id: string, { lastDay }: EndUnit): Promise<Unit> {
    const { officeId } = by;
    return this.database.transaction(async (manager) => {
      await hold(manager, officeId);
      const unit = await manager.findOneByOrFail(Unit, { id, officeId });
      const { symbol, validFrom, validTo } = unit;
      if (lastDay < validFrom) {
        refuse('lastDay', `Đơn vị bắt đầu từ ngày ${shortDate(validFrom)}; ghi từ ngày ấy trở đi.`);
      }
      if (validTo !== null && lastDay > validTo) {
        refuse('lastDay', 'Không gia hạn bằng cách này: thêm lại đơn vị từ ngày mới.');
      }
      await requireUnused(manager, unit, lastDay);
      await manager.update(Unit, { id }, { validTo: lastDay });
      await record(manager, by, 'unit-ended', officeId, { unitId: id, symbol, lastDay });
      return manager.findOneByOrFail(Unit, { id });
    });
  }
}

/** Units of an office change one after the other. */
const hold = (manager: EntityManager, id: string): Promise<Office> =>
  manager.findOneOrFail(Office, {
    where: { id },
    lock: { mode: 'for_no_key_update' },
    loadEagerRelations: false,
  });

const takenBy = ({ symbol, name, validTo }: Unit): string =>
  validTo === null
    ? `Ký hiệu ${symbol} là của “${name}”. Chọn ký hiệu khác, hoặc kết thúc đơn vị ấy trước.`
    : `Ký hiệu ${symbol} là của “${name}” đến hết ngày ${shortDate(validTo)}. Chọn ngày sau đó hoặc ký hiệu khác.`;

async function requireUnused(manager: EntityManager, unit: Unit, lastDay: string): Promise<void> {
  const { id: unitId, officeId, symbol } = unit;
  const people = await manager.find(Account, {
    where: { unitId, closedAt: IsNull() },
    order: { fullName: 'ASC' },
  });
  if (people.length > 0) {
    const names = few(people.map(({ fullName }) => fullName));
    throw new RuleViolation(
      'unit-in-use',
      `${symbol} còn ${people.length} người: ${names}. Chuyển họ sang đơn vị khác rồi kết thúc.`,
    );
  }
  const mandates = await manager.find(Mandate, {
    where: { account: { officeId } },
    relations: { account: true },
  });
  const holding = mandates.filter(
    ({ units, validTo }) => units.includes(symbol) && (validTo === null || validTo > lastDay),
  );
  if (holding.length === 0) return;
  const whose = few(holding.map(({ account }) => account.fullName));
  throw new RuleViolation(
    'unit-in-use',
    `Sau ngày ${shortDate(lastDay)} còn thẩm quyền ký ghi ${symbol}: ${whose}. Kết thúc hoặc ghi lại thẩm quyền ấy trước.`,
  );
}

const few = (names: string[]): string =>
  [...names.slice(0, 5), ...(names.length > 5 ? ['…'] : [])].join(', ');

function refuse(path: string, message: string): never {
  throw new InvalidInput([{ path, message }]);
}
