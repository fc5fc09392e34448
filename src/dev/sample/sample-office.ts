import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Account } from '../../office/accounts/account.entity.ts';
import { Office } from '../../office/accounts/office.entity.ts';
import { UnitsService } from '../../office/administration/office/units.service.ts';
import { AreasService } from '../../office/directory/areas/areas.service.ts';
import { readAgencyFile } from '../../office/directory/importing/agency-file.ts';
import { AgencyImport } from '../../office/directory/importing/agency-import.ts';
import { DraftDispatch } from '../../office/dispatches/dispatch.schemas.ts';
import { DraftsService } from '../../office/dispatches/drafts.service.ts';
import { OfficeFile } from '../../ops/office-file.ts';
import { OfficeSetup } from '../../ops/office-setup.ts';
import { parse } from '../../platform/web/schema.ts';
import { sampleDirectory, toCsv } from './sample-directory.ts';
import type { DirectoryRow, Sample } from './sample.ts';

/** Lines for whoever opened a sample. */
export const sampleSignIns = ({ file, password }: Sample): string[] => [
  `  Đăng nhập mẫu, mật khẩu chung: ${password}`,
  ...file.people.map(
    ({ username, fullName, post }) => `    ${username.padEnd(12)} ${fullName}, ${post}`,
  ),
];

/** Those of a sample who sign, for the test authority. */
export const sampleSigners = ({ file }: Sample) =>
  file.people.filter(({ roles }) => roles.includes('signer'));

/** Opens a sample, for trying the system out. */
@Injectable()
export class SampleOffice {
  constructor(
    private readonly database: DataSource,
    private readonly setup: OfficeSetup,
    private readonly units: UnitsService,
    private readonly areas: AreasService,
    private readonly imports: AgencyImport,
    private readonly drafts: DraftsService,
  ) {}

  /** Fills a database that has no office yet; leaves any other as it is (false). */
  async create(sample: Sample, directory = sampleDirectory(sample)): Promise<boolean> {
    if (await this.database.manager.exists(Office)) return false;
    const people = (await this.setup.open(parse(OfficeFile, sample.file))).map(
      ({ account }) => account,
    );
    const drafter = people.find(({ roles }) => roles.includes('drafter'))!;
    await this.addUnits(sample, people);
    await this.fillDirectory(
      drafter,
      people.find(({ roles }) => roles.includes('clerk'))!,
      directory,
    );
    const [mandate] = await this.drafts.mandates(drafter);
    await this.drafts.draft(drafter, parse(DraftDispatch, sample.draft(mandate!.id)));
    return true;
  }

  /** The drafter belongs to the first. */
  private async addUnits({ units }: Sample, people: Account[]): Promise<void> {
    const administrator = people.find(({ roles }) => roles.includes('administrator'))!;
    const drafter = people.find(({ roles }) => roles.includes('drafter'))!;
    for (const [index, unit] of units.entries()) {
      const { id: unitId } = await this.units.add(administrator, unit);
      if (index > 0) continue;
      await this.database.manager.update(Account, drafter.id, { unitId });
      drafter.unitId = unitId;
    }
  }

  private async fillDirectory(
    drafter: Account,
    clerk: Account,
    directory: DirectoryRow[],
  ): Promise<void> {
    const areas = new Set(directory.flatMap(({ area }) => area ?? []));
    for (const area of areas) await this.areas.add(clerk, area);
    await this.imports.write(drafter, await readAgencyFile(Buffer.from(toCsv(directory))));
  }
}
