import { IsNull, LessThanOrEqual, MoreThanOrEqual, type EntityManager } from 'typeorm';
import { Unit } from './unit.entity.ts';

/** The units of an office on a day, by their symbols. */
export function unitsOn(manager: EntityManager, officeId: string, day: string): Promise<Unit[]> {
  const begun = { officeId, validFrom: LessThanOrEqual(day) };
  return manager.find(Unit, {
    where: [
      { ...begun, validTo: IsNull() },
      { ...begun, validTo: MoreThanOrEqual(day) },
    ],
    order: { symbol: 'ASC' },
  });
}
