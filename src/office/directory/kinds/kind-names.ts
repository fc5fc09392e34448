import type { EntityManager } from 'typeorm';
import { AgencyKind } from './agency-kind.entity.ts';

/** SQL: what a row `kind` of `agency_kinds` is called on a day. */
export const kindNameOn = (kind: string, day: string): string =>
  `coalesce((SELECT former.name FROM agency_kind_names former
             WHERE former.office_id = ${kind}.office_id AND former.kind = ${kind}.code
               AND former.valid_to >= ${day}
             ORDER BY former.valid_to LIMIT 1), ${kind}.name)`;

/** An office's kinds in their order, also those that ended, each by its name on that day. */
export const kindsOn = (
  manager: EntityManager,
  officeId: string,
  day: string,
): Promise<AgencyKind[]> =>
  manager.query(
    `SELECT office_id AS "officeId", code, ${kindNameOn('kinds', '$2::date')} AS name, position,
            valid_from::text AS "validFrom", valid_to::text AS "validTo"
     FROM agency_kinds kinds WHERE office_id = $1 ORDER BY position, code`,
    [officeId, day],
  );
