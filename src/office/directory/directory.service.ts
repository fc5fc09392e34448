import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, type Repository } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
import { record } from '../journal/journal.ts';
import { AgencyGroup } from './agency-group.entity.ts';
import { Agency } from './agency.entity.ts';
import type { AgencyFilter } from './directory.schemas.ts';
import { pageOf } from './page-of.ts';
import { failedAddresses, trustAddress, type FailedAddress } from './failed-addresses.ts';
import { findAgencies, type Namesakes } from './find-names.ts';
import { nameKey } from '../../platform/text/name-key.ts';

/** What a recipient line may point at. */
export type Target =
  { target: 'group'; groupId: string } | { target: 'agency' | 'person'; agencyId: string };

export type ListedAgency = Agency & { addressFailure: FailedAddress | null };

@Injectable()
export class DirectoryService {
  constructor(
    @InjectRepository(Agency) private readonly agencies: Repository<Agency>,
    @InjectRepository(AgencyGroup) private readonly groupRows: Repository<AgencyGroup>,
  ) {}

  groups(officeId: string): Promise<AgencyGroup[]> {
    return this.groupRows.find({ where: { officeId }, order: { name: 'ASC' } });
  }

  /** One page of the directory and how many agencies match in all. */
  async list(
    officeId: string,
    filter: AgencyFilter,
  ): Promise<{ items: ListedAgency[]; total: number; doubtful: number }> {
    const { manager } = this.agencies;
    const failed = await failedAddresses(manager, officeId);
    const { ids, total } = await pageOf(manager, officeId, filter, [...failed.keys()]);
    const found = await this.agencies.find({ where: { id: In(ids) }, relations: { parent: true } });
    const byId = new Map(found.map((agency) => [agency.id, agency]));
    const items = ids.map((id) => {
      return Object.assign(byId.get(id)!, { addressFailure: failed.get(id) ?? null });
    });
    return { items, total, doubtful: failed.size };
  }

  /** The clerk has made sure that an agency's address is right, whatever a mail server said. */
  async trustAddress(by: Account, agencyId: string): Promise<void> {
    await this.agencies.manager.transaction(async (manager) => {
      await manager.findOneByOrFail(Agency, { id: agencyId, officeId: by.officeId });
      if (await trustAddress(manager, agencyId)) {
        await record(manager, by, 'address-confirmed', agencyId);
      }
    });
  }

  /** The group or agency with each of these names or codes; `undefined` where there is none. */
  async find(officeId: string, names: string[]): Promise<(Target | Namesakes | undefined)[]> {
    const groups = await this.groups(officeId);
    const known = new Map<string, Target | Namesakes>(
      groups.map(({ id, name }) => [nameKey(name), { target: 'group', groupId: id }]),
    );
    const others = new Set(names.map(nameKey).filter((key) => !known.has(key)));
    if (others.size > 0) {
      const agencies = await findAgencies(this.agencies.manager, officeId, others);
      for (const [key, agency] of agencies) known.set(key, agency);
    }
    return names.map((name) => known.get(nameKey(name)));
  }

  agenciesById(ids: string[]): Promise<Agency[]> {
    return this.agencies.findBy({ id: In(ids) });
  }
}
