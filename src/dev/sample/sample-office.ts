import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { OfficeRole } from '../../office/accounts/account.entity.ts';
import { Office } from '../../office/accounts/office.entity.ts';
import { readAgencyFile } from '../../office/directory/importing/agency-file.ts';
import { AgencyImport } from '../../office/directory/importing/agency-import.ts';
import { DraftDispatch } from '../../office/dispatches/dispatch.schemas.ts';
import { DraftsService } from '../../office/dispatches/drafts.service.ts';
import { OfficeFile } from '../../ops/office-file.ts';
import { OfficeSetup } from '../../ops/office-setup.ts';
import { parse } from '../../platform/web/schema.ts';
import { toCsv, type DirectoryRow } from './sample-directory.ts';
import { GROUPS, seedDraft } from './seed-draft.ts';

export const SAMPLE_PASSWORD = 'thai-binh-2024';

export const SAMPLE_PEOPLE: {
  username: string;
  fullName: string;
  post: string;
  roles: OfficeRole[];
}[] = [
  { username: 'chuyenvien', fullName: 'Trần Thị Mai', post: 'Chuyên viên', roles: ['drafter'] },
  { username: 'phogiamdoc', fullName: 'Vũ Xuân Thành', post: 'Phó Giám đốc', roles: ['signer'] },
  { username: 'vanthu', fullName: 'Nguyễn Thị Hạnh', post: 'Văn thư', roles: ['clerk'] },
  { username: 'lanhdao', fullName: 'Phạm Văn Nghĩa', post: 'Chánh Văn phòng', roles: ['leader'] },
  {
    username: 'quantri',
    fullName: 'Lê Minh Đức',
    post: 'Chuyên viên Văn phòng',
    roles: ['administrator'],
  },
];

/** Lines for whoever opened the sample. */
export const sampleSignIns = (): string[] => [
  `  Đăng nhập mẫu, mật khẩu chung: ${SAMPLE_PASSWORD}`,
  ...SAMPLE_PEOPLE.map(
    ({ username, fullName, post }) => `    ${username.padEnd(12)} ${fullName}, ${post}`,
  ),
];

export const SAMPLE_OFFICE = {
  office: {
    code: 'STTTT',
    name: 'Sở Thông tin và Truyền thông',
    parentBody: 'Ủy ban nhân dân tỉnh Thái Bình',
    place: 'Thái Bình',
  },
  people: SAMPLE_PEOPLE.map((person) => ({
    ...person,
    password: SAMPLE_PASSWORD,
    mandates: person.roles.includes('signer') ? [deputyForDirector()] : [],
  })),
  contacts: {
    clerk: { name: 'Nguyễn Thị Hạnh, Văn thư', email: 'vanthu@sttt.thaibinh.example' },
    head: { name: 'Phạm Văn Nghĩa, Chánh Văn phòng', email: 'lanhdao@sttt.thaibinh.example' },
  },
  groups: GROUPS,
};

function deputyForDirector() {
  const validFrom = '2024-01-01';
  return { capacity: 'KT.', onBehalfOf: 'GIÁM ĐỐC', post: 'PHÓ GIÁM ĐỐC', validFrom };
}

/** Sở Thông tin và Truyền thông tỉnh Thái Bình in 2024, for trying the system out. */
@Injectable()
export class SampleOffice {
  constructor(
    private readonly database: DataSource,
    private readonly setup: OfficeSetup,
    private readonly imports: AgencyImport,
    private readonly drafts: DraftsService,
  ) {}

  /** Fills a database that has no office yet; leaves any other as it is (false). */
  async create(directory: DirectoryRow[]): Promise<boolean> {
    if (await this.database.manager.exists(Office)) return false;
    const people = await this.setup.open(parse(OfficeFile, SAMPLE_OFFICE));
    const [drafter] = people.map(({ account }) => account);
    await this.imports.write(drafter!, await readAgencyFile(Buffer.from(toCsv(directory))));
    const [mandate] = await this.drafts.mandates(drafter!);
    await this.drafts.draft(drafter!, parse(DraftDispatch, seedDraft(mandate!.id)));
    return true;
  }
}
