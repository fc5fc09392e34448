import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Account, type Role } from '../../accounts/account.entity.ts';
import { Mandate } from '../../accounts/mandate.entity.ts';
import { Office } from '../../accounts/office.entity.ts';
import { hashPassword } from '../../accounts/password.ts';
import { AgencyGroup } from '../../directory/agency-group.entity.ts';
import { AgencyImport } from '../../directory/agency-import.ts';
import { DraftDispatch } from '../../dispatches/dispatch.schemas.ts';
import { DispatchesService } from '../../dispatches/dispatches.service.ts';
import { parse } from '../../web/schema.ts';
import { toCsv, type DirectoryRow } from './sample-directory.ts';
import { GROUPS, seedDraft } from './seed-draft.ts';

export const SAMPLE_PASSWORD = 'thai-binh-2024';

export const SAMPLE_PEOPLE: { username: string; fullName: string; post: string; role: Role }[] = [
  { username: 'chuyenvien', fullName: 'Trần Thị Mai', post: 'Chuyên viên', role: 'drafter' },
  { username: 'phogiamdoc', fullName: 'Vũ Xuân Thành', post: 'Phó Giám đốc', role: 'signer' },
  { username: 'vanthu', fullName: 'Nguyễn Thị Hạnh', post: 'Văn thư', role: 'clerk' },
  { username: 'lanhdao', fullName: 'Phạm Văn Nghĩa', post: 'Chánh Văn phòng', role: 'leader' },
];

/** Sở Thông tin và Truyền thông tỉnh Thái Bình in 2024, for trying the system out. */
@Injectable()
export class SampleOffice {
  constructor(
    private readonly database: DataSource,
    private readonly imports: AgencyImport,
    private readonly dispatches: DispatchesService,
  ) {}

  /** Fills a database that has no office yet; leaves any other as it is. */
  async create(directory: DirectoryRow[]): Promise<void> {
    if (await this.database.manager.exists(Office)) return;
    const people = await this.people();
    const drafter = people.get('chuyenvien')!;
    await this.imports.run(drafter, toCsv(directory));
    await this.database.manager.insert(
      AgencyGroup,
      Object.entries(GROUPS).map(([name, kinds]) => ({ officeId: drafter.officeId, name, kinds })),
    );
    const mandate = await this.database.manager.save(Mandate, {
      accountId: people.get('phogiamdoc')!.id,
      capacity: 'KT.' as const,
      onBehalfOf: 'GIÁM ĐỐC',
      post: 'PHÓ GIÁM ĐỐC',
      validFrom: '2024-01-01',
      validTo: null,
    });
    await this.dispatches.draft(drafter, parse(DraftDispatch, seedDraft(mandate.id)));
  }

  private async people(): Promise<Map<string, Account>> {
    const { manager } = this.database;
    const office = await manager.save(Office, {
      code: 'STTTT',
      name: 'Sở Thông tin và Truyền thông',
      parentBody: 'Ủy ban nhân dân tỉnh Thái Bình',
      place: 'Thái Bình',
    });
    const passwordHash = await hashPassword(SAMPLE_PASSWORD);
    const accounts = await manager.save(
      Account,
      SAMPLE_PEOPLE.map((person) => ({ ...person, officeId: office.id, passwordHash })),
    );
    return new Map(accounts.map((account) => [account.username, account as Account]));
  }
}
