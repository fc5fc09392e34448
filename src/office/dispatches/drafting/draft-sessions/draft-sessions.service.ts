import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, LessThan, MoreThan, Not } from 'typeorm';
import type { Account } from '../../../accounts/account.entity.ts';
import { DraftDispatch } from '../../dispatch.schemas.ts';
import { DraftsService } from '../../drafts.service.ts';
import { requireReadable } from '../../reading/readable.ts';
import { RuleViolation } from '../../../../platform/problems/rule-violation.ts';
import { check, formErrors } from '../../../../platform/web/form.ts';
import { InvalidInput } from '../../../../platform/web/invalid-input.ts';
import { requireUnclassified, typedDraft } from '../draft-form.ts';
import { DraftSession } from './draft-session.entity.ts';

/** A form that has not been heard of for so long is closed, whatever became of it. */
const PRESENT_SECONDS = 60;
/** What nobody came back for. */
const KEPT_DAYS = 30;

export interface Kept {
  /** `draft`: stored as one; `typed`: kept as it stands, for it cannot be a draft yet. */
  as: 'draft' | 'typed';
  at: Date;
  dispatchId: string | null;
  revision?: number;
  /** Why it is no draft. */
  problem?: string;
}

type Said = Partial<Pick<DraftSession, 'dispatchId' | 'typed' | 'typedAt' | 'seenAt'>>;

/** What people have in their forms: nothing typed is lost, and who is at work on a draft is known. */
@Injectable()
export class DraftSessionsService {
  constructor(
    private readonly database: DataSource,
    private readonly drafts: DraftsService,
  ) {}

  /** Stores what was typed as the draft if it can be one, and otherwise as it stands. */
  async keep(by: Account, id: string, body: Record<string, unknown>): Promise<Kept> {
    const typed = typedDraft(body);
    requireUnclassified(typed);
    const dispatchId = await this.dispatchOf(by, id, body);
    const { draft, problem } = await this.store(by, dispatchId, body);
    const at = new Date();
    const kept = { dispatchId: draft?.id ?? dispatchId, typed: draft ? null : typed };
    await this.note(by, id, { ...kept, typedAt: at, seenAt: at });
    return {
      as: draft ? 'draft' : 'typed',
      at,
      problem,
      dispatchId: kept.dispatchId,
      revision: draft?.revision,
    };
  }

  /** Keeps what was typed beside the draft that somebody else has saved. */
  async keepTyped(by: Account, id: string, body: Record<string, unknown>): Promise<void> {
    const dispatchId = await this.dispatchOf(by, id, body);
    await this.note(by, id, { dispatchId, typed: typedDraft(body), typedAt: new Date() });
  }

  /** Says that the form is open; returns whose else are, the first first. */
  async present(by: Account, id: string, body: Record<string, unknown>): Promise<DraftSession[]> {
    const dispatchId = await this.dispatchOf(by, id, body);
    if (!dispatchId) return [];
    await this.note(by, id, { dispatchId, seenAt: new Date() });
    return this.others(by, dispatchId);
  }

  others(by: Account, dispatchId: string): Promise<DraftSession[]> {
    const since = new Date(Date.now() - PRESENT_SECONDS * 1000);
    return this.database.manager.find(DraftSession, {
      where: { dispatchId, accountId: Not(by.id), seenAt: MoreThan(since) },
      relations: { account: true },
      order: { beganAt: 'ASC' },
    });
  }

  /** What this person typed and could not store, of one draft or of those that are none yet. */
  unfinished(by: Account, dispatchId?: string): Promise<DraftSession[]> {
    const where = {
      accountId: by.id,
      typed: Not(IsNull()),
      dispatchId: dispatchId ?? IsNull(),
    };
    return this.database.manager.find(DraftSession, { where, order: { typedAt: 'DESC' }, take: 5 });
  }

  /** What was typed goes with the draft it is of: who may not read that any more has neither. */
  async find(by: Account, id: string): Promise<DraftSession> {
    const { manager } = this.database;
    const session = await manager.findOneByOrFail(DraftSession, { id, accountId: by.id });
    if (session.dispatchId) await requireReadable(manager, by, session.dispatchId);
    return session;
  }

  /** The form was stored or thrown away; what nobody came back for goes with it. */
  async end(by: Account, id: string): Promise<void> {
    const { manager } = this.database;
    const seenAt = new Date(Date.now() - PRESENT_SECONDS * 1000);
    await manager.update(DraftSession, { id, accountId: by.id }, { typed: null, seenAt });
    const longAgo = new Date(Date.now() - KEPT_DAYS * 86_400_000);
    await manager.delete(DraftSession, { accountId: by.id, seenAt: LessThan(longAgo) });
  }

  /** The draft that a form is of, if this person may read it. */
  private async dispatchOf(by: Account, id: string, body: Record<string, unknown>) {
    const { manager } = this.database;
    const known = await manager.findOneBy(DraftSession, { id });
    if (known && known.accountId !== by.id) await this.find(by, id);
    const named = known?.dispatchId ?? (typeof body.dispatchId === 'string' ? body.dispatchId : '');
    if (!named) return null;
    await requireReadable(manager, by, named);
    return named;
  }

  private async store(by: Account, dispatchId: string | null, body: Record<string, unknown>) {
    const { values, errors } = check(DraftDispatch, body);
    try {
      if (errors) return { problem: INCOMPLETE };
      const draft = dispatchId
        ? await this.drafts.revise(by, dispatchId, values, true)
        : await this.drafts.draft(by, values, true);
      return { draft };
    } catch (error) {
      if (error instanceof InvalidInput) return { problem: Object.values(formErrors(error))[0] };
      if (!(error instanceof RuleViolation)) throw error;
      return { problem: error.code === 'edited-meanwhile' ? SAVED_BY_ANOTHER : error.message };
    }
  }

  private async note(by: Account, id: string, said: Said): Promise<void> {
    const { manager } = this.database;
    const row = { id, accountId: by.id, ...said };
    await manager.upsert(DraftSession, row, { conflictPaths: ['id'] });
  }
}

const INCOMPLETE = 'Còn ô trống hoặc chưa đúng.';
const SAVED_BY_ANOTHER =
  'Người khác vừa lưu dự thảo này; bấm “Lưu dự thảo” để xem hai bản cạnh nhau.';
