import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { AgencyFiles } from '../importing/agency-files.ts';
import { planOf } from '../importing/agency-plan.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import type { Confirmation, Proposal, Review } from './agencies.schemas.ts';
import { DirectoryChange } from './directory-change.entity.ts';
import { applyForReview } from './review.ts';
import { countEffects, madeEffects, type ShownEffects } from './shown-effects.ts';

/** Changes of the directory that are read before they are made. */
@Injectable()
export class ChangesService {
  constructor(
    private readonly database: DataSource,
    private readonly files: AgencyFiles,
  ) {}

  list(officeId: string): Promise<DirectoryChange[]> {
    return this.database.manager.find(DirectoryChange, {
      where: { officeId },
      select: { id: true, title: true, basis: true, proposedAt: true, appliedAt: true },
      order: { proposedAt: 'DESC' },
      take: 20,
    });
  }

  /** Keeps the rows of a file; nothing of the directory changes yet. */
  async propose(by: Account, bytes: Buffer, { title, basis }: Proposal): Promise<string> {
    const { rows, notes } = await this.files.read(bytes);
    const { manager } = this.database;
    await planOf(manager, by.officeId, rows, true);
    const change = manager.create(DirectoryChange, {
      officeId: by.officeId,
      proposedBy: by.id,
      rows,
      notes,
      title: title ?? 'Nhập danh bạ từ tệp',
      basis: basis ?? null,
    });
    return (await manager.save(change)).id;
  }

  /** What is known of a change without its rows; once it was made, with what it did. */
  async find(
    { officeId }: Account,
    id: string,
  ): Promise<{ change: DirectoryChange; made: ShownEffects | null }> {
    const { manager } = this.database;
    const change = await manager.findOneOrFail(DirectoryChange, {
      select: { id: true, title: true, basis: true, appliedAt: true },
      where: { id, officeId },
      relations: { proposer: true, applier: true },
    });
    return { change, made: change.appliedAt && (await madeEffects(manager, id)) };
  }

  /** What it would do to the directory as it is now; leaves no trace. */
  review(by: Account, id: string): Promise<Review> {
    return this.tried(async (tried) =>
      applyForReview(tried, by, await readOwnChange(tried, by, id)),
    );
  }

  /** Makes the change, if it still does what `seal` stands for and adds no kind but those. Once. */
  async apply(by: Account, id: string, { seal, addKinds, addAreas }: Confirmation): Promise<void> {
    await this.database.transaction(async (manager) => {
      const change = await readOwnChange(manager, by, id, true);
      if (change.appliedAt) return;
      const review = await applyForReview(manager, by, change);
      if (review.seal !== seal) {
        throw new RuleViolation('directory-changed');
      }
      const unasked = review.newKinds.find(({ code }) => !addKinds.includes(code));
      if (unasked) throw new RuleViolation('kind-not-added', notAdded('loại', unasked.name));
      const undrawn = review.newAreas.find((name) => !addAreas.includes(name));
      if (undrawn) throw new RuleViolation('area-not-added', notAdded('khu vực', undrawn));
      const effects = review.effects.filter(({ effect }) => effect !== 'unchanged');
      await manager.update(DirectoryChange, id, {
        effects,
        appliedBy: by.id,
        appliedAt: new Date(),
      });
      const { title, basis } = change;
      const counts = countEffects(review.effects);
      const addedKinds = review.newKinds.map(({ name }) => name);
      const addedAreas = review.newAreas;
      const said = {
        ...{ title, basis, ...counts },
        ...(addedKinds.length > 0 && { addedKinds }),
        ...(addedAreas.length > 0 && { addedAreas }),
      };
      await record(manager, by, 'directory-changed', id, said);
    });
  }

  /** Does it and takes it back. */
  private async tried<T>(act: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.database.createQueryRunner();
    await runner.startTransaction();
    try {
      return await act(runner.manager);
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
    }
  }
}

const notAdded = (what: string, name: string): string =>
  `Tệp có ${what} “${name}” chưa có trong danh bạ. Xem lại thay đổi, đánh dấu để thêm ${what} này, hoặc sửa tệp.`;

async function readOwnChange(
  manager: EntityManager,
  { officeId }: Account,
  id: string,
  isToChange = false,
): Promise<DirectoryChange> {
  if (isToChange) {
    await manager.query('SELECT FROM directory_changes WHERE id = $1 FOR UPDATE', [id]);
  }
  return manager.findOneByOrFail(DirectoryChange, { id, officeId });
}
