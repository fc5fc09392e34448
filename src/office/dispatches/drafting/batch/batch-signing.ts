import { Injectable, Logger, type BeforeApplicationShutdown } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Account } from '../../../accounts/account.entity.ts';
import { DispatchesService } from '../../dispatches.service.ts';
import { Signature } from '../../signature.entity.ts';
import { RuleViolation } from '../../../../platform/problems/rule-violation.ts';
import { OfficeSignatures } from '../../../signing-keys/office-signatures.ts';
import type { OpenKey } from '../../../signing-keys/open-key.ts';
import type { OpenSignature } from '../../../../engines/signatures/pdf/signature-holes.ts';
import { SigningError } from '../../../../engines/signatures/signing-error.ts';
import { DraftingService } from '../drafting.service.ts';
import { SigningBatch } from './signing-batch.entity.ts';
import { SigningItem } from './signing-item.entity.ts';

const LEASE_SECONDS = 10;
const RENEWAL = 3_000;

/**
 * Works through a batch: one process at a time, one log-in, each item settled for good in the transaction that keeps
 * its signature. Killed anywhere, it leaves every item either settled or as it was.
 */
@Injectable()
export class BatchSigning implements BeforeApplicationShutdown {
  private readonly logger = new Logger(BatchSigning.name);
  private readonly runs = new Set<Promise<void>>();
  private isStopping = false;

  constructor(
    private readonly database: DataSource,
    private readonly drafting: DraftingService,
    private readonly dispatches: DispatchesService,
    private readonly signatures: OfficeSignatures,
  ) {}

  /** Returns when the batch is taken; the signing itself goes on without whoever asked for it. */
  async begin(by: Account, id: string): Promise<void> {
    if (this.isStopping || !(await this.take(id))) return;
    const run = this.run(by, id).catch((error: Error) => this.logger.error(id, error.stack));
    this.runs.add(run);
    void run.finally(() => this.runs.delete(run));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await Promise.all(this.runs);
  }

  private async run(by: Account, id: string): Promise<void> {
    const renewal = setInterval(() => {
      this.renew(id).catch((error: Error) => this.logger.warn(error.message));
    }, RENEWAL);
    let stoppedBecause: string | null = null;
    try {
      if (this.signatures.isConfigured) {
        await this.signatures.asPerson(by, (pen) => this.signAll(by, id, pen));
      } else await this.signAll(by, id);
    } catch (error) {
      if (!(error instanceof RuleViolation)) this.logger.error(id, (error as Error).stack);
      stoppedBecause = error instanceof RuleViolation ? error.message : BROKEN;
    } finally {
      clearInterval(renewal);
      await this.database.manager.update(
        SigningBatch,
        { id },
        { runningUntil: null, stoppedBecause },
      );
    }
  }

  private async signAll(by: Account, id: string, pen?: OpenKey): Promise<void> {
    const waiting = await this.database.manager.find(SigningItem, {
      where: { batchId: id, settledAt: IsNull() },
      order: { position: 'ASC' },
    });
    const open = new Map<SigningItem, OpenSignature | undefined>();
    for (const item of waiting) {
      await this.each(by, item, async () => {
        const page = await this.drafting.pageToSign(by, item.dispatchId, item.contentSha256);
        open.set(item, page && pen?.prepare(page, new Date()));
      });
    }
    pen?.announce([...open.values()].filter((one) => one !== undefined));
    for (const [item, prepared] of open) {
      await this.each(by, item, () => this.signOne(by, item, prepared, pen));
    }
  }

  private async signOne(
    by: Account,
    item: SigningItem,
    prepared: OpenSignature | undefined,
    pen: OpenKey | undefined,
  ): Promise<void> {
    const { dispatchId, contentSha256 } = item;
    await this.drafting.requireSignable(by, dispatchId, contentSha256);
    const file = prepared && (await pen?.sign(prepared));
    await this.dispatches.sign(by, dispatchId, contentSha256, file, (manager) =>
      settle(manager, item),
    );
  }

  /** What is wrong with this dispatch alone settles it; what is wrong with the key or the system stops the batch. */
  private async each(by: Account, item: SigningItem, act: () => Promise<void>): Promise<void> {
    if (this.isStopping) throw new RuleViolation('restarting', RESTARTING);
    try {
      await act();
    } catch (error) {
      const isOwn = error instanceof RuleViolation;
      if (!isOwn || (error instanceof SigningError && error.concernsKey)) throw error;
      const isSigned = await this.isSignedAlready(by, item);
      await settle(this.database.manager, item, isSigned ? null : error.message);
    }
  }

  /** By the same person over the same content, on another page or in another batch. */
  private isSignedAlready(
    by: Account,
    { dispatchId, contentSha256 }: SigningItem,
  ): Promise<boolean> {
    return this.database.manager.existsBy(Signature, {
      dispatchId,
      contentSha256,
      signedBy: by.id,
      submission: { returnedAt: IsNull() },
    });
  }

  /** Nobody else may be at work on it; a process that is gone lets go after some seconds. */
  private async take(id: string): Promise<boolean> {
    const [rows] = await this.database.manager.query<[unknown[], number]>(
      `UPDATE signing_batches
       SET running_until = now() + make_interval(secs => $2), stopped_because = NULL
       WHERE id = $1 AND (running_until IS NULL OR running_until < now()) RETURNING id`,
      [id, LEASE_SECONDS],
    );
    return rows.length === 1;
  }

  private async renew(id: string): Promise<void> {
    await this.database.manager.query(
      `UPDATE signing_batches SET running_until = now() + make_interval(secs => $2) WHERE id = $1`,
      [id, LEASE_SECONDS],
    );
  }
}

const BROKEN = 'Hệ thống gặp lỗi giữa chừng. Hãy ký tiếp; nếu vẫn lỗi, báo quản trị viên.';
const RESTARTING = 'Máy chủ khởi động lại giữa chừng. Hãy ký tiếp các văn bản còn lại.';

async function settle(
  manager: EntityManager,
  { batchId, position }: SigningItem,
  refusal: string | null = null,
): Promise<void> {
  const waiting = { batchId, position, settledAt: IsNull() };
  await manager.update(SigningItem, waiting, { settledAt: new Date(), refusal });
}
