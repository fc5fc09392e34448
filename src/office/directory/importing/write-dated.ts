import type { EntityManager } from 'typeorm';
import { nameKey } from '../../../platform/text/name-key.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { InvalidInput, MOST_FAULTS } from '../../../platform/web/invalid-input.ts';
import { Area } from '../areas/area.entity.ts';
import {
  movedLater,
  placeAgencies,
  placeNewAgencies,
  type Placing,
} from '../areas/place-agencies.ts';
import { giveIdentifiers, type Given } from '../identifiers/give-identifiers.ts';
import type { NumberedRow } from './agency-file.ts';
import type { Plan } from './agency-plan.ts';
import { IDENTIFIER_COLUMNS } from './identifier-columns.ts';
import { firstDayOf } from './taken-identifiers.ts';

/**
 * The area of each row that names another one: from the day the row says; else from the agency's first
 * day when it had none, and from today when it had.
 */
export async function writePlaces(
  manager: EntityManager,
  officeId: string,
  plan: Plan,
): Promise<void> {
  const changing = changingRows(plan, ['area']);
  if (changing.length === 0) return;
  const { ids } = plan;
  const areas = await manager.findBy(Area, { officeId });
  const areaIds = new Map(areas.map(({ id, name }) => [nameKey(name), id]));
  const placingOf = ({ row }: NumberedRow): Placing => {
    const had = plan.stored.get(row.code)?.area;
    const area = row.area ? areaIds.get(nameKey(row.area))! : null;
    const from = row.area_from ?? (had ? today() : firstDay(plan, row));
    return { agencyId: ids.get(row.code)!, areaId: area, from };
  };
  const isNew = ({ row }: NumberedRow) => !plan.stored.has(row.code);
  await placeNewAgencies(manager, changing.filter(isNew).map(placingOf));
  const placings = changing.filter((row) => !isNew(row)).map(placingOf);
  const later = await movedLater(manager, placings);
  if (later) throw new InvalidInput([{ path: 'lines', message: later }]);
  await placeAgencies(manager, placings);
}

/** The codes of other systems that rows give, each from the day that `writePlaces` would take. */
export async function writeIdentifiers(
  manager: EntityManager,
  officeId: string,
  plan: Plan,
): Promise<void> {
  const columns = IDENTIFIER_COLUMNS.map(([column]) => column);
  const changing = changingRows(plan, columns);
  if (changing.length === 0) return;
  const { ids } = plan;
  const given = changing.flatMap(({ row }) => {
    const before = plan.stored.get(row.code);
    return IDENTIFIER_COLUMNS.flatMap(([column, scheme]): Given[] => {
      if (row[column] === undefined || row[column] === (before?.[column] ?? null)) return [];
      const from = firstDayOf(row, before, column);
      return [
        { agencyId: ids.get(row.code)!, scheme, code: row[column], from, to: null, isNew: !before },
      ];
    });
  });
  const faults = await giveIdentifiers(manager, officeId, given);
  if (faults.length === 0) return;
  const lines = new Map(changing.map(({ line, row }) => [ids.get(row.code)!, line]));
  const columnOf = new Map(
    IDENTIFIER_COLUMNS.map(([column, scheme]) => [scheme as string, column]),
  );
  throw new InvalidInput(
    faults.slice(0, MOST_FAULTS).map(({ agencyId, scheme, at, message }) => ({
      path: `lines.${lines.get(agencyId)}.${at === 'from' ? 'identifier_from' : columnOf.get(scheme)}`,
      message,
    })),
  );
}

const today = () => vietnamDate(new Date());

const firstDay = ({ stored }: Plan, row: NumberedRow['row']): string =>
  row.valid_from ?? stored.get(row.code)?.valid_from ?? today();

const changingRows = ({ rows, effects }: Plan, fields: string[]): NumberedRow[] =>
  rows.filter((_, at) => effects[at]!.changes.some(({ field }) => fields.includes(field)));
