import type { EntityManager } from 'typeorm';
import { AgencyKind } from './kinds/agency-kind.entity.ts';
import { Agency } from './agency.entity.ts';
import { formerNames } from './names-as-of.ts';
import { membersOf } from './successions.ts';

/** A line that reaches agencies: all of these kinds and those chosen by hand, or one by its id. */
export interface Reaching {
  text: string;
  kinds?: string[];
  groupId?: string;
  agencyId?: string;
}

export interface Reached<Line extends Reaching = Reaching> {
  agency: Agency;
  /** Every line that led here, in print order. */
  lines: string[];
  through: Line[];
}

/** The agencies these lines reach as of a date (`YYYY-MM-DD`): each once, whatever the overlaps. */
export async function expand<Line extends Reaching>(
  manager: EntityManager,
  officeId: string,
  lines: Line[],
  asOf: string,
): Promise<Reached<Line>[]> {
  const byHand = await membersOf(
    manager,
    lines.flatMap((line) => line.groupId ?? []),
    asOf,
  );
  const agencies = await manager
    .createQueryBuilder(Agency, 'agency')
    .innerJoin(AgencyKind, 'kind', 'kind.office_id = agency.office_id AND kind.code = agency.kind')
    .where('agency.office_id = :officeId', { officeId })
    .andWhere('agency.valid_from <= :asOf', { asOf })
    .andWhere('(agency.valid_to IS NULL OR agency.valid_to >= :asOf)')
    .andWhere('(agency.kind = ANY(:kinds) OR agency.id = ANY(:ids))', {
      kinds: lines.flatMap((line) => line.kinds ?? []),
      ids: [
        ...lines.flatMap((line) => line.agencyId ?? []),
        ...[...byHand.values()].flatMap((ids) => [...ids]),
      ],
    })
    .orderBy('kind.position')
    .addOrderBy('agency.code')
    .getMany();
  const former = await formerNames(manager, officeId, asOf);
  const isFor = (agency: Agency) => (line: Reaching) =>
    line.agencyId === agency.id ||
    line.kinds?.includes(agency.kind) ||
    (line.groupId !== undefined && byHand.get(line.groupId)?.has(agency.id));
  return agencies.map((agency) => {
    agency.name = former.get(agency.id) ?? agency.name;
    const through = lines.filter(isFor(agency));
    return { agency, lines: through.map((line) => line.text), through };
  });
}
