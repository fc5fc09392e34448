import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { record } from '../../journal/journal.ts';
import type { AgencyFile, NumberedRow } from './agency-file.ts';
import { AgencyFiles } from './agency-files.ts';
import { planOf, type Plan } from './agency-plan.ts';
import { writeRows } from './write-rows.ts';
import { writeIdentifiers, writePlaces } from './write-dated.ts';
import { Area } from '../areas/area.entity.ts';
import { addKinds } from '../kinds/add-kinds.ts';
import { lockDirectory } from '../lock-directory.ts';

export interface ImportCounts {
  created: number;
  updated: number;
  /** What of the file was not read, or not as it stands there. */
  notes: string[];
}

/** Adds and updates agencies from a file, by code: all rows or none. For programs; people review first. */
@Injectable()
export class AgencyImport {
  constructor(
    private readonly database: DataSource,
    private readonly files: AgencyFiles,
  ) {}

  /** A CSV from outside. */
  async run(by: Account, csv: string): Promise<ImportCounts> {
    return this.write(by, await this.files.read(Buffer.from(csv)));
  }

  write(by: Account, { rows, notes }: AgencyFile): Promise<ImportCounts> {
    return this.database.transaction(async (manager) => {
      const { effects } = await applyRows(manager, by.officeId, rows);
      const created = effects.filter(({ effect }) => effect === 'new').length;
      const counts = { created, updated: effects.length - created };
      await record(manager, by, 'directory-imported', by.officeId, { ...counts });
      return { ...counts, notes };
    });
  }
}

/** Writes the rows and says what each of them did. Two changes of one office follow one another. */
export async function applyRows(
  manager: EntityManager,
  officeId: string,
  given: NumberedRow[],
  mayAdd = false,
): Promise<Plan> {
  await lockDirectory(manager, officeId);
  const plan = await planOf(manager, officeId, given, mayAdd);
  const { newKinds, newAreas } = plan;
  if (newKinds.length > 0) await addKinds(manager, officeId, newKinds);
  if (newAreas.length > 0) {
    await manager.insert(
      Area,
      newAreas.map((name) => ({ officeId, name })),
    );
  }
  await writeRows(manager, officeId, plan);
  await writePlaces(manager, officeId, plan);
  await writeIdentifiers(manager, officeId, plan);
  return plan;
}
