import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import type { DispatchState, Urgency } from '../../dispatches/dispatch.entity.ts';
import type { DocumentType } from '../../../engines/page/document-types.ts';
import { waitingForIssue } from '../../dispatches/waiting-for-issue.ts';
import { RecipientsService, type RecipientRow } from '../progress/recipients.service.ts';
import type { Counts } from '../progress/tracking.schemas.ts';
import { READY, ISSUED } from './desk-queries.ts';
const SHOWN = 3;

export interface DeskDispatch {
  id: string;
  number: number | null;
  symbol: string;
  type: DocumentType;
  abstract: string;
  urgency: Urgency;
  state: DispatchState;
  issuedOn: string | null;
}

interface IssuedRow extends DeskDispatch {
  counts: Counts;
  pauseReason: string | null;
  refusals: { id: string; name: string; reason: string; note: string | null }[];
  told: { id: string; name: string }[];
  /** Recipients that were asked to give it back and have not answered. */
  recallOpen: number;
  /** Recipients whose answer is wanted and late. */
  repliesLate: number;
}

export interface DeskRow extends IssuedRow {
  /** The first of those whose mail has failed, to be mended in place. */
  failed: RecipientRow[];
}

export interface ReadyRow extends DeskDispatch {
  /** Until when it is to be issued; absent before the signature. */
  limit?: Date;
}

export interface Desk {
  /** Signed, or submitted and waiting for a number where numbers come first. */
  ready: ReadyRow[];
  underWay: DeskRow[];
  attention: DeskRow[];
}

/** What waits for the clerk, and what goes on by itself. */
@Injectable()
export class DeskService {
  constructor(
    private readonly database: DataSource,
    private readonly recipients: RecipientsService,
  ) {}

  async read(by: Account, numbersFirst: boolean): Promise<Desk> {
    const known = [by.officeId, by.id];
    const ready = await this.database.query<DeskDispatch[]>(READY, [...known, numbersFirst]);
    const limits = new Map(
      (await waitingForIssue(this.database.manager, by)).map(({ id, limit }) => [id, limit]),
    );
    const issued = await this.database.query<IssuedRow[]>(ISSUED, known);
    const attention = issued.filter(needsSomebody);
    return {
      ready: ready.map((row) => ({ ...row, limit: limits.get(row.id) })),
      underWay: issued
        .filter((row) => row.counts.waiting > 0 && !attention.includes(row))
        .map((row) => ({ ...row, failed: [] })),
      attention: await Promise.all(attention.map((row) => this.withFailed(row))),
    };
  }

  private async withFailed(row: IssuedRow): Promise<DeskRow> {
    if (row.counts.failed === 0) return { ...row, failed: [] };
    const { items } = await this.recipients.list(row.id, { state: 'failed', page: 1 });
    return { ...row, failed: items.slice(0, SHOWN) };
  }
}

const needsSomebody = ({ counts, pauseReason, told, recallOpen, repliesLate }: IssuedRow) =>
  pauseReason !== null ||
  told.length > 0 ||
  recallOpen > 0 ||
  repliesLate > 0 ||
  counts.failed + counts.unreachable + counts.refused + counts.late > 0;
