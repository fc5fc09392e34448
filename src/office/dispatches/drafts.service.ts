import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { MAY_SIGN_IN } from '../accounts/may-sign-in.ts';
import type { Account } from '../accounts/account.entity.ts';
import { Mandate } from '../accounts/mandate.entity.ts';
import { unitsOn } from '../accounts/open-units.ts';
import type { Unit } from '../accounts/unit.entity.ts';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { record } from '../journal/journal.ts';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';
import { InvalidInput } from '../../platform/web/invalid-input.ts';
import { Annex } from './annex.entity.ts';
import { Dispatch } from './dispatch.entity.ts';
import type { DraftDispatch } from './dispatch.schemas.ts';
import { requireFormer } from './followers.ts';
import { LineTargets, type BoundLine } from './line-targets.ts';
import { ownFields } from './own-fields.ts';
import { readable } from './reading/readable.ts';
import {
  chosenReading,
  requireOwnEyes,
  setReading,
  type ChosenReading,
} from './reading/set-reading.ts';
import { RecipientLine } from './recipient-line.entity.ts';
import { lockDispatch, readDispatch } from './stored-dispatch.ts';
import { Version } from './version.entity.ts';
import { keepVersion } from './versions.ts';

/** Writing: what a draft says, saving after saving. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly database: DataSource,
    private readonly targets: LineTargets,
  ) {}

  /** Everyone of this office who may sign today or later, in every capacity they have. */
  async mandates(by: Account): Promise<Mandate[]> {
    const mandates = await this.database.manager.find(Mandate, {
      where: { account: { officeId: by.officeId, ...MAY_SIGN_IN } },
      relations: { account: true },
      order: { account: { fullName: 'ASC' } },
    });
    return mandates.filter((mandate) => !mandate.hasEndedBefore(vietnamDate(new Date())));
  }

  /** Of today: what may follow the office's own part of a symbol. */
  units({ officeId }: Account): Promise<Unit[]> {
    return unitsOn(this.database.manager, officeId, vietnamDate(new Date()));
  }

  async draft(by: Account, input: DraftDispatch, isAutomatic = false): Promise<Dispatch> {
    const lines = await this.targets.bind(by.officeId, input);
    return this.database.transaction(async (manager) => {
      const { raw } = await manager.insert(Dispatch, {
        officeId: by.officeId,
        draftedBy: by.id,
        unitId: by.unitId,
        state: 'draft',
        revision: 1,
        ...(await this.fields(manager, by, input)),
        ...(await requireFormer(manager, by, input)),
      });
      const id: string = raw[0].id;
      await writeParts(manager, id, lines, input);
      await record(manager, by, 'drafted', id);
      const reading = await choose(manager, by, { id, reading: 'office' }, input);
      const content = { ...input, ...reading };
      await keepVersion(manager, by, { id, revision: 1 }, content, isAutomatic);
      return readDispatch(manager, by, id);
    });
  }

  /** Automatic savings one after the other are one entry of the journal and one version. */
  async revise(
    by: Account,
    id: string,
    input: DraftDispatch,
    isAutomatic = false,
  ): Promise<Dispatch> {
    const lines = await this.targets.bind(by.officeId, input);
    return this.database.transaction(async (manager) => {
      const dispatch = await lockDispatch(manager, by, id);
      if (input.revision !== undefined) requireRevision(dispatch, input.revision);
      dispatch.revise();
      const fields = await this.fields(manager, by, input);
      await manager.update(Dispatch, { id }, { ...fields, revision: dispatch.revision });
      await manager.delete(RecipientLine, { dispatchId: id });
      await manager.delete(Annex, { dispatchId: id });
      await writeParts(manager, id, lines, input);
      const content = { ...input, ...(await choose(manager, by, dispatch, input)) };
      if (await keepVersion(manager, by, dispatch, content, isAutomatic)) {
        await record(manager, by, 'revised', id, { revision: dispatch.revision });
      }
      return readDispatch(manager, by, id);
    });
  }

  /** Every version, the newest first. */
  versions(by: Account, id: string): Promise<Version[]> {
    return this.database.manager.find(Version, {
      where: { dispatch: { id: readable(by, id) } },
      relations: { saver: true },
      order: { revision: 'DESC' },
    });
  }

  private async fields(manager: EntityManager, by: Account, input: DraftDispatch) {
    const { mandateId = null } = input;
    if (
      mandateId &&
      !(await manager.existsBy(Mandate, {
        id: mandateId,
        account: { officeId: by.officeId, ...MAY_SIGN_IN },
      }))
    ) {
      throw new InvalidInput([{ path: 'mandateId', message: 'Chọn người ký trong danh sách.' }]);
    }
    return { ...ownFields(input), mandateId };
  }
}

/** What leaves it out changes nothing of who may read. */
async function choose(
  manager: EntityManager,
  by: Account,
  dispatch: Pick<Dispatch, 'id' | 'reading'>,
  { reading, readers }: DraftDispatch,
): Promise<ChosenReading> {
  if (reading) await setReading(manager, by, dispatch, { reading, readers });
  await requireOwnEyes(manager, by, dispatch.id);
  const now = reading ?? dispatch.reading;
  return chosenReading(manager, { id: dispatch.id, reading: now });
}

export function requireRevision(dispatch: Dispatch, revision: number): void {
  if (dispatch.revision === revision) return;
  throw new RuleViolation('edited-meanwhile');
}

async function writeParts(
  manager: EntityManager,
  dispatchId: string,
  lines: BoundLine[],
  { annexes }: DraftDispatch,
): Promise<void> {
  await manager.insert(
    RecipientLine,
    lines.map((line) => ({ dispatchId, ...line })),
  );
  await manager.insert(
    Annex,
    annexes.map((annex, position) => ({ dispatchId, position, ...annex })),
  );
}
