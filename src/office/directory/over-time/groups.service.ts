import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { AgencyGroupMember } from '../agency-group-member.entity.ts';
import { AgencyGroup } from '../agency-group.entity.ts';
import { agencyIds } from '../agency-codes.ts';
import { record } from '../../journal/journal.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { groupOnDay, type MembersOnDay } from './group-members.ts';
import type { GroupDraft } from './groups.schemas.ts';

/** A group as it is written down. */
export interface KeptGroup {
  group: AgencyGroup;
  /** Codes of those chosen by hand, also of those that have ended. */
  byHand: string[];
}

export type GroupOnDay = KeptGroup & MembersOnDay;

/** Groups by rule or by hand, as of a date. */
@Injectable()
export class GroupsService {
  constructor(private readonly database: DataSource) {}

  async onDay(by: Account, id: string, asOf: string, page: number): Promise<GroupOnDay> {
    const kept = await this.find(by, id);
    return { ...kept, ...(await groupOnDay(this.database.manager, kept.group, asOf, page)) };
  }

  async find({ officeId }: Account, id: string): Promise<KeptGroup> {
    const [group, chosen] = await Promise.all([
      this.database.manager.findOneByOrFail(AgencyGroup, { id, officeId }),
      this.database.query<{ code: string }[]>(
        `SELECT code FROM agency_group_members JOIN agencies ON agencies.id = agency_id
         WHERE group_id = $1 ORDER BY code`,
        [id],
      ),
    ]);
    return { group, byHand: chosen.map(({ code }) => code) };
  }

  /** Makes a group, or writes an existing one anew. */
  save(by: Account, draft: GroupDraft, id?: string): Promise<string> {
    return this.database.transaction(async (manager) => {
      const { officeId } = by;
      if (id) await manager.findOneByOrFail(AgencyGroup, { id, officeId });
      await requireUnused(manager, officeId, draft, id);
      const ids = await agencyIds(manager, officeId, draft.codes);
      const { name, kinds } = draft;
      const group = await manager.save(AgencyGroup, { ...(id && { id }), officeId, name, kinds });
      await manager.delete(AgencyGroupMember, { groupId: group.id });
      await manager.insert(
        AgencyGroupMember,
        ids.map((agencyId) => ({ groupId: group.id, agencyId })),
      );
      await record(manager, by, 'group-changed', group.id, { ...draft });
      return group.id;
    });
  }
}

async function requireUnused(
  manager: EntityManager,
  officeId: string,
  { name }: GroupDraft,
  id: string | undefined,
): Promise<void> {
  const other = await manager.findOneBy(AgencyGroup, { officeId, name });
  if (other && other.id !== id) {
    throw new InvalidInput([{ path: 'name', message: 'Đã có nhóm tên này. Đặt tên khác.' }]);
  }
}
