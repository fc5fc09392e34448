import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { AgencyGroupMember } from '../agency-group-member.entity.ts';
import { AgencyGroup } from '../agency-group.entity.ts';
import { agencyIds } from '../agency-codes.ts';
import { Agency } from '../agency.entity.ts';
import { countGroups, countKinds } from '../counting.ts';
import { expand } from '../expansion.ts';
import { record } from '../../journal/journal.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import type { GroupDraft } from './groups.schemas.ts';

export interface GroupOnDay {
  group: AgencyGroup;
  /** Codes of those chosen by hand, also of those that have ended. */
  byHand: string[];
  members: Agency[];
  /** The days on which the group becomes another, and how many it has from then on. */
  turns: { day: string; members: number }[];
}

const MAX_TURNS = 12;
export const PAGE_SIZE = 100;

/** Groups by rule or by hand, as of a date. */
@Injectable()
export class GroupsService {
  constructor(private readonly database: DataSource) {}

  async onDay(by: Account, id: string, asOf: string): Promise<GroupOnDay> {
    const { manager } = this.database;
    const group = await manager.findOneByOrFail(AgencyGroup, { id, officeId: by.officeId });
    const chosen = await manager.find(AgencyGroupMember, {
      where: { groupId: id },
      relations: { agency: true },
      order: { agency: { code: 'ASC' } },
    });
    const turns = [];
    for (const day of await turningDays(manager, group)) {
      const ofKinds = await countKinds(manager, by.officeId, day);
      const counts = await countGroups(manager, [group], ofKinds, day);
      turns.push({ day, members: counts.get(id)! });
    }
    return {
      group,
      turns,
      byHand: chosen.map(({ agency }) => agency.code),
      members: await membersOn(manager, group, asOf),
    };
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

async function membersOn(manager: EntityManager, group: AgencyGroup, day: string) {
  const line = { text: group.name, kinds: group.kinds, groupId: group.id };
  return (await expand(manager, group.officeId, [line], day)).map(({ agency }) => agency);
}

/** The latest days on which one of its kinds or its chosen, or who carries on for them, begins or has ended. */
async function turningDays(manager: EntityManager, { id, officeId, kinds }: AgencyGroup) {
  const rows = await manager.query<{ day: string }[]>(
    `WITH RECURSIVE own AS (
       SELECT agency_id AS id FROM agency_group_members WHERE group_id = $1
       UNION SELECT successor_id FROM own JOIN agency_successions ON predecessor_id = own.id
     ), concerned AS (
       SELECT valid_from, valid_to FROM agencies
       WHERE office_id = $2 AND (kind = ANY($3) OR id IN (SELECT id FROM own))
     )
     SELECT day::text FROM (
       SELECT valid_from AS day FROM concerned
       UNION SELECT valid_to + 1 FROM concerned WHERE valid_to IS NOT NULL
       ORDER BY day DESC LIMIT ${MAX_TURNS}) days
     ORDER BY day`,
    [id, officeId, kinds],
  );
  return rows.map(({ day }) => day);
}
