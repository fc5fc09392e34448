import { MoreThanOrEqual, type EntityManager } from 'typeorm';
import { AgencyName } from './agency-name.entity.ts';

/** The names that agencies of an office had on a date and have no longer, by agency id. */
export async function formerNames(
  manager: EntityManager,
  officeId: string,
  asOf: string,
): Promise<Map<string, string>> {
  const rows = await manager.find(AgencyName, {
    where: { validTo: MoreThanOrEqual(asOf), agency: { officeId } },
    order: { validTo: 'DESC' },
  });
  return new Map(rows.map(({ agencyId, name }) => [agencyId, name]));
}
