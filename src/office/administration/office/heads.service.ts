import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { OfficeHead } from '../../accounts/office-head.entity.ts';
import { Dispatch } from '../../dispatches/dispatch.entity.ts';
import { holdNumbers } from '../../dispatches/numbers/number.ts';
import { markReadable, type MaybeReadable } from '../../dispatches/reading/readable.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { addDays } from '../../../platform/time/days.ts';
import { shortDate, vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import type { NewHead } from './office.schemas.ts';

/** What the office is called from which day. A head that has begun stays as it is: dispatches bear it. */
@Injectable()
export class HeadsService {
  constructor(private readonly database: DataSource) {}

  /** The newest first. */
  list({ officeId }: Account): Promise<OfficeHead[]> {
    return this.database.manager.find(OfficeHead, {
      where: { officeId },
      order: { validFrom: { direction: 'DESC', nulls: 'LAST' } },
    });
  }

  /** Signed and not issued: under another letterhead they must be signed again. */
  async signed(by: Account): Promise<(Dispatch & MaybeReadable)[]> {
    const { manager } = this.database;
    const signed = await manager.find(Dispatch, {
      where: { officeId: by.officeId, state: 'signed' },
      order: { draftedAt: 'ASC' },
      take: 100,
    });
    return markReadable(manager, by, signed);
  }

  async open(by: Account, input: NewHead): Promise<OfficeHead> {
    const { officeId } = by;
    return this.database.transaction(async (manager) => {
      const numberedOn = await holdNumbers(manager, officeId);
      const [last] = await manager.find(OfficeHead, {
        where: { officeId },
        order: { validFrom: { direction: 'DESC', nulls: 'LAST' } },
        take: 1,
      });
      requireAfter(last!, input.validFrom);
      requireUnused(numberedOn, input.validFrom);
      const { raw } = await manager.insert(OfficeHead, { ...input, officeId });
      const details = { ...input, before: wordsOf(last!) };
      await record(manager, by, 'letterhead-set', officeId, details);
      return manager.findOneByOrFail(OfficeHead, { id: raw[0].id });
    });
  }

  /** One that has not begun. */
  async withdraw(by: Account, id: string): Promise<void> {
    const { officeId } = by;
    await this.database.transaction(async (manager) => {
      await holdNumbers(manager, officeId);
      const head = await manager.findOneByOrFail(OfficeHead, { id, officeId });
      if (head.validFrom === null || head.validFrom <= vietnamDate(new Date())) {
        throw new RuleViolation('letterhead-begun');
      }
      await manager.delete(OfficeHead, { id });
      await record(manager, by, 'letterhead-withdrawn', officeId, wordsOf(head));
    });
  }
}

function wordsOf(head: OfficeHead): Record<string, unknown> {
  const words = Object.entries(head).filter(([name]) => name !== 'id' && name !== 'officeId');
  return Object.fromEntries(words);
}

function requireAfter({ validFrom: last, name }: OfficeHead, from: string): void {
  if (last === null || from > last) return;
  refuse(
    `Đã có đầu văn bản “${name}” từ ngày ${shortDate(last)}; đầu mới phải bắt đầu sau ngày ấy.`,
  );
}

function requireUnused(numberedOn: string | undefined, from: string): void {
  if (numberedOn === undefined || from > numberedOn) return;
  refuse(
    `Đã có văn bản mang số ghi ngày ${shortDate(numberedOn)} theo đầu đang dùng; đầu mới bắt đầu sớm nhất từ ngày ${shortDate(addDays(numberedOn, 1))}.`,
  );
}

function refuse(message: string): never {
  throw new InvalidInput([{ path: 'validFrom', message }]);
}
