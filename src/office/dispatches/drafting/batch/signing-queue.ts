import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { numbersFirst } from '../../../accounts/office-choices.ts';
import type { Account } from '../../../accounts/account.entity.ts';
import { vietnamDate } from '../../../../platform/time/vietnam-time.ts';
import { Config } from '../../../../platform/config/config.ts';
import { signatoryProblem } from '../../authority.ts';
import { symbolProblem } from '../../own-symbol.ts';
import { contentSha256 } from '../../content.ts';
import type { Dispatch } from '../../dispatch.entity.ts';
import { numberProblem } from '../../number-on-page.ts';
import { readDispatches } from '../../stored-dispatch.ts';
import { MOST_AT_ONCE, type Read } from './signing.schemas.ts';

export interface Waiting {
  dispatch: Dispatch;
  contentSha256: string;
  submittedAt: Date;
  /** Why it cannot be signed as it is. */
  problem: string | null;
}

export interface LeftOut {
  dispatchId: string;
  dispatch: Dispatch | undefined;
  problem: string;
}

/** What lies on a signer's desk. */
@Injectable()
export class SigningQueue {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  /** What waits for this person's signature, the longest waiting first. */
  async waiting(by: Account): Promise<{ items: Waiting[]; total: number }> {
    const { manager } = this.database;
    const ids = await manager.query<{ id: string; submittedAt: Date }[]>(
      `SELECT dispatch.id, max(submission.submitted_at) AS "submittedAt"
       FROM dispatches dispatch
       JOIN mandates mandate ON mandate.id = dispatch.mandate_id
       JOIN submissions submission ON submission.dispatch_id = dispatch.id
       WHERE dispatch.office_id = $1 AND dispatch.state = 'submitted' AND mandate.account_id = $2
       GROUP BY dispatch.id ORDER BY "submittedAt", dispatch.id`,
      [by.officeId, by.id],
    );
    const first = ids.slice(0, MOST_AT_ONCE);
    const read = await readDispatches(
      manager,
      by,
      first.map(({ id }) => id),
    );
    const today = vietnamDate(new Date());
    const items = first.flatMap(({ id, submittedAt }) => {
      const dispatch = read.get(id);
      if (!dispatch) return [];
      const problem = this.problem(dispatch, today);
      return [{ dispatch, contentSha256: contentSha256(dispatch), submittedAt, problem }];
    });
    return { items, total: ids.length };
  }

  private problem(dispatch: Dispatch, today: string): string | null {
    const found =
      signatoryProblem(dispatch, today) ??
      symbolProblem(dispatch) ??
      numberProblem(dispatch, today, numbersFirst(dispatch.office, this.config));
    return found?.message ?? null;
  }

  /** What was selected, as it stands now: what may be confirmed, and what may not, with the reason. */
  async selected(by: Account, reads: Read[]): Promise<{ ready: Waiting[]; left: LeftOut[] }> {
    const { items } = await this.waiting(by);
    const ready: Waiting[] = [];
    const left: LeftOut[] = [];
    for (const { dispatchId, contentSha256: read } of reads) {
      const found = items.find(({ dispatch }) => dispatch.id === dispatchId);
      const problem = found ? (found.problem ?? changed(found, read)) : GONE;
      if (found && !problem) ready.push(found);
      else left.push({ dispatchId, dispatch: found?.dispatch, problem: problem! });
    }
    return { ready, left };
  }
}

const GONE = 'Không còn chờ bạn ký.';

const changed = ({ contentSha256: now }: Waiting, read: string) =>
  now === read ? null : 'Nội dung đã thay đổi sau khi bạn mở danh sách. Đọc lại rồi chọn.';
