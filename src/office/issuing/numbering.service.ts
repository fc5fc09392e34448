import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { numbersFirst } from '../accounts/office-choices.ts';
import type { Account } from '../accounts/account.entity.ts';
import { shortDate, vietnamDate } from '../../platform/time/vietnam-time.ts';
import { Config } from '../../platform/config/config.ts';
import { Dispatch } from '../dispatches/dispatch.entity.ts';
import { preflight, requireNoErrors } from '../dispatches/preflight.ts';
import { takeNumber, voidNumber } from '../dispatches/numbers/number.ts';
import { lockDispatch } from '../dispatches/stored-dispatch.ts';
import { record } from '../journal/journal.ts';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';
import { OfficeSignatures } from '../signing-keys/office-signatures.ts';

/** Lấy số trước: where the office numbers before the signature, so that number and date stand on the signed page. */
@Injectable()
export class NumberingService {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly signatures: OfficeSignatures,
  ) {}

  /** Again on the same day, it is the same number. One of an earlier day is void: its date would be untrue. */
  async number(by: Account, dispatchId: string): Promise<Dispatch> {
    if (!numbersFirst(by.office, this.config)) throw atIssue();
    if (this.signatures.isConfigured) await this.signatures.requireSeal(by.office);
    return this.database.transaction(async (manager) => {
      const dispatch = await lockDispatch(manager, by, dispatchId);
      dispatch.requireSubmitted();
      const today = vietnamDate(new Date());
      const { id, number: former, issuedOn } = dispatch;
      if (former !== null && issuedOn === today) return dispatch;
      requireNoErrors(await preflight(manager, dispatch, today));
      if (former !== null) {
        const reason = `Ghi ngày ${shortDate(issuedOn!)}, đến hết ngày chưa ký.`;
        await voidNumber(manager, by, dispatch, reason);
      }
      await takeNumber(manager, by, dispatch);
      const { number, year, issuedOn: date } = dispatch;
      await manager.update(Dispatch, { id }, { number, year, issuedOn: date });
      const details = { number, date, ...(former !== null && { voidedNumber: former }) };
      await record(manager, by, 'numbered', id, details, {}, [
        ['register_entries', 'dispatch_id', id],
      ]);
      return dispatch;
    });
  }
}

const atIssue = () => new RuleViolation('numbered-at-issue');
