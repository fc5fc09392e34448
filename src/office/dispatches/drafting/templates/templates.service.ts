import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../../accounts/account.entity.ts';
import { readDispatch } from '../../stored-dispatch.ts';
import { record } from '../../../journal/journal.ts';
import { RuleViolation } from '../../../../platform/problems/rule-violation.ts';
import { InvalidInput } from '../../../../platform/web/invalid-input.ts';
import { typedDraft } from '../draft-form.ts';
import { draftLike } from '../stored-draft.ts';
import type { DraftValues } from '../draft-values.ts';
import { DraftTemplate } from './draft-template.entity.ts';
import type { NewTemplate } from './template.schemas.ts';

/** The office's frequent dispatches, to begin from. */
@Injectable()
export class TemplatesService {
  constructor(private readonly database: DataSource) {}

  list(by: Account): Promise<DraftTemplate[]> {
    return this.database.manager.find(DraftTemplate, {
      where: { officeId: by.officeId },
      relations: { keeper: true },
      order: { name: 'ASC' },
    });
  }

  find(by: Account, id: string): Promise<DraftTemplate> {
    return find(this.database.manager, by, id);
  }

  /** What a new draft has in its form that begins from this one. */
  async draftFrom(by: Account, id: string): Promise<DraftValues> {
    const { draft } = await this.find(by, id);
    // What forms have got since it was kept is empty.
    return typedDraft({ ...draft });
  }

  /** Of a dispatch that the whole office reads, as it does its templates; whatever became of it. */
  async keep(by: Account, { from, name }: NewTemplate): Promise<DraftTemplate> {
    return this.database.transaction(async (manager) => {
      const dispatch = await readDispatch(manager, by, from);
      if (dispatch.reading === 'restricted') throw new RuleViolation('restricted-template');
      await requireFree(manager, by, name);
      const draft = draftLike(dispatch);
      const row = manager.create(DraftTemplate, {
        officeId: by.officeId,
        keptBy: by.id,
        name,
        draft,
      });
      const template = await manager.save(row);
      await record(manager, by, 'template-kept', template.id, { from });
      return template;
    });
  }

  async rename(by: Account, id: string, name: string): Promise<DraftTemplate> {
    return this.database.transaction(async (manager) => {
      const template = await find(manager, by, id);
      if (template.name === name) return template;
      await requireFree(manager, by, name);
      await manager.update(DraftTemplate, { id }, { name });
      await record(manager, by, 'template-renamed', id);
      return Object.assign(template, { name });
    });
  }

  /** Drafts that began from it stay as they are. */
  async remove(by: Account, id: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await find(manager, by, id);
      await manager.delete(DraftTemplate, { id });
      await record(manager, by, 'template-removed', id);
    });
  }
}

const find = (manager: EntityManager, { officeId }: Account, id: string): Promise<DraftTemplate> =>
  manager.findOneByOrFail(DraftTemplate, { id, officeId });

async function requireFree(manager: EntityManager, { officeId }: Account, name: string) {
  if (!(await manager.existsBy(DraftTemplate, { officeId, name }))) return;
  throw new InvalidInput([{ path: 'name', message: `Đã có mẫu tên “${name}”. Chọn tên khác.` }]);
}
