import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { addDays } from '../../../platform/time/days.ts';
import type { Account } from '../../accounts/account.entity.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { AgencyGroup } from '../agency-group.entity.ts';
import { applyRows } from '../importing/agency-import.ts';
import { kindsOn } from '../kinds/kind-names.ts';
import type { Effect } from '../importing/agency-plan.ts';
import { countGroups, countKinds } from '../counting.ts';
import type { DayCount, Review, Touched } from './agencies.schemas.ts';
import type { DirectoryChange } from './directory-change.entity.ts';

/** What a change does, by doing it: whoever only wants to look rolls the transaction back. */
export async function applyForReview(
  manager: EntityManager,
  by: Account,
  { id, title, basis, officeId, rows, notes }: DirectoryChange,
): Promise<Review> {
  const { effects, newKinds, newAreas } = await applyRows(manager, officeId, rows, true);
  const days = daysOf(effects);
  const { kinds, groups } = await countsOn(manager, officeId, days);
  const touched = await touchedBy(manager, by, effects, groups);
  const seal = createHash('sha256')
    .update(JSON.stringify([effects, newKinds, newAreas]))
    .digest('hex');
  const added = newKinds.map(({ code, name }) => ({ code, name }));
  return {
    id,
    title,
    basis,
    notes,
    seal,
    newKinds: added,
    newAreas,
    effects,
    days,
    kinds,
    groups,
    touched,
  };
}

function daysOf(effects: Effect[]): Review['days'] {
  const dates = effects.flatMap(({ effect, changes }) =>
    changes.flatMap(({ field, to }) => {
      if (field === 'valid_to' && to && effect === 'ended') return addDays(to, 1);
      return field === 'valid_from' && to ? to : [];
    }),
  );
  const today = vietnamDate(new Date());
  const [first = today, last = first] = [dates.toSorted()[0], dates.toSorted().at(-1)];
  return { before: addDays(first, -1), after: last };
}

/** How many agencies of each kind and in each group on two days. */
async function countsOn(
  manager: EntityManager,
  officeId: string,
  days: Review['days'],
): Promise<{ kinds: DayCount[]; groups: DayCount[] }> {
  const kinds = await kindsOn(manager, officeId, days.after);
  const groups = await manager.find(AgencyGroup, { where: { officeId }, order: { name: 'ASC' } });
  const on = async (day: string) => {
    const ofKinds = await countKinds(manager, officeId, day);
    return { ofKinds, ofGroups: await countGroups(manager, groups, ofKinds, day) };
  };
  const [before, after] = [await on(days.before), await on(days.after)];
  return {
    kinds: kinds.map(({ code, name }) => ({
      name,
      before: before.ofKinds.get(code) ?? 0,
      after: after.ofKinds.get(code) ?? 0,
    })),
    groups: groups.map(({ id, name }) => ({
      name,
      groupId: id,
      before: before.ofGroups.get(id) ?? 0,
      after: after.ofGroups.get(id) ?? 0,
    })),
  };
}

/** Of dispatches, those that this person may read. */
async function touchedBy(
  manager: EntityManager,
  { id: reader, officeId }: Account,
  effects: Effect[],
  groups: DayCount[],
): Promise<Touched> {
  const ended = effects.filter(({ effect }) => effect === 'ended').map(({ code }) => code);
  const changed = groups.filter(({ before, after }) => before !== after);
  const drafts = await manager.query<Touched['drafts']>(
    `SELECT DISTINCT dispatch.id, dispatch.abstract, line.text
     FROM recipient_lines line
     JOIN dispatches dispatch ON dispatch.id = line.dispatch_id
     LEFT JOIN agencies agency ON agency.id = line.agency_id
     WHERE dispatch.office_id = $1 AND dispatch.state <> 'issued'
       AND (agency.code = ANY($2) OR line.group_id = ANY($3::uuid[]))
       AND may_read(reading, dispatch.id, $4)
     ORDER BY dispatch.id, line.text`,
    [officeId, ended, changed.map(({ groupId }) => groupId), reader],
  );
  const open = await manager.query<Touched['open']>(
    `SELECT dispatch.id, dispatch.number, dispatch.symbol, count(*)::integer AS waiting
     FROM recipient_standings standing
     JOIN agencies agency ON agency.id = standing.agency_id
     JOIN dispatches dispatch ON dispatch.id = standing.dispatch_id
     WHERE standing.office_id = $1 AND agency.code = ANY($2)
       AND standing.owes_receipt AND may_read(reading, dispatch.id, $3)
     GROUP BY dispatch.id ORDER BY dispatch.year DESC, dispatch.number DESC`,
    [officeId, ended, reader],
  );
  const people = await manager.query<Touched['people']>(
    `SELECT agency.id, agency.name, count(*)::integer AS accounts
     FROM agency_people
     JOIN agencies agency ON agency.id = agency_id
     JOIN accounts account ON account.id = account_id
     WHERE agency.office_id = $1 AND agency.code = ANY($2) AND account.closed_at IS NULL
     GROUP BY agency.id ORDER BY agency.code`,
    [officeId, ended],
  );
  return { drafts, open, people };
}
