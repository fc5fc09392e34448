import { Injectable } from '@nestjs/common';
import { DataSource, EntityNotFoundError, type EntityManager } from 'typeorm';
import type { Account } from '../../../accounts/account.entity.ts';
import { Dispatch } from '../../dispatch.entity.ts';
import { readableOf } from '../../reading/readable.ts';
import { record } from '../../../journal/journal.ts';
import { BatchSigning } from './batch-signing.ts';
import { SigningBatch } from './signing-batch.entity.ts';
import { SigningItem } from './signing-item.entity.ts';
import type { SignBatch } from './signing.schemas.ts';

export type BatchState = 'running' | 'stopped' | 'done';
export type BatchWithState = SigningBatch & {
  state: BatchState;
  /** Ids of those dispatches that the signer may still read. */
  readable: Set<string>;
};

/** Signing many at one sitting. */
@Injectable()
export class SigningBatchesService {
  constructor(
    private readonly database: DataSource,
    private readonly signing: BatchSigning,
  ) {}

  /** A batch of this signer alone, with its items in order. */
  async find(by: Account, id: string): Promise<BatchWithState> {
    const { manager } = this.database;
    const batch = await manager.findOneOrFail(SigningBatch, {
      where: { id, signerId: by.id },
      relations: { items: { dispatch: true } },
      order: { items: { position: 'ASC' } },
    });
    const ids = batch.items.map(({ dispatchId }) => dispatchId);
    return Object.assign(batch, {
      state: stateOf(batch),
      readable: await readableOf(manager, by, ids),
    });
  }

  /** Writes down what was confirmed and begins; the same id again is the same batch. */
  async create(by: Account, { id, items }: SignBatch): Promise<BatchWithState> {
    const isNew = await this.database.transaction(async (manager) => {
      const inserted = await manager
        .createQueryBuilder()
        .insert()
        .into(SigningBatch)
        .values({ id, signerId: by.id })
        .orIgnore()
        .returning('id')
        .execute();
      if ((inserted.raw as unknown[]).length === 0) return false;
      await requireReadableAll(manager, by, items);
      await manager.insert(
        SigningItem,
        items.map((item, position) => ({ ...item, position, batchId: id })),
      );
      await record(manager, by, 'asked-to-sign', id, { items });
      return true;
    });
    if (isNew) await this.signing.begin(by, id);
    return this.find(by, id);
  }

  /** Goes on with what is still waiting; what is signed or refused stays so. */
  async resume(by: Account, id: string): Promise<BatchWithState> {
    const { state } = await this.find(by, id);
    if (state === 'stopped') await this.signing.begin(by, id);
    return this.find(by, id);
  }

  /** Batches of the last days that have not come to their end, the newest first. */
  async unfinished(by: Account): Promise<BatchWithState[]> {
    const rows = await this.database.manager.query<{ id: string }[]>(
      `SELECT id FROM signing_batches batch
       WHERE signer_id = $1 AND requested_at > now() - interval '30 days' AND EXISTS (
         SELECT 1 FROM signing_items item WHERE item.batch_id = batch.id AND settled_at IS NULL)
       ORDER BY requested_at DESC LIMIT 5`,
      [by.id],
    );
    return Promise.all(rows.map(({ id }) => this.find(by, id)));
  }
}

async function requireReadableAll(
  manager: EntityManager,
  by: Account,
  items: SignBatch['items'],
): Promise<void> {
  const ids = items.map(({ dispatchId }) => dispatchId);
  const known = await readableOf(manager, by, ids);
  const unknown = ids.find((id) => !known.has(id));
  if (unknown) throw new EntityNotFoundError(Dispatch, unknown);
}

function stateOf(batch: SigningBatch): BatchState {
  if (batch.items.every(({ state }) => state !== 'waiting')) return 'done';
  return batch.isRunningAt(new Date()) ? 'running' : 'stopped';
}
