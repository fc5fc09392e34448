import type { Agency } from './agency.entity.ts';

type Placed = Pick<Agency, 'name' | 'kind'> & { parent?: Placed | null };

/** SQL: joins what an `agency` lies under, as `district`, if that is one. */
export const JOIN_DISTRICT = `
  LEFT JOIN agencies above ON above.id = agency.parent_id
  LEFT JOIN agencies top ON top.id = above.parent_id
  LEFT JOIN LATERAL (SELECT CASE 'district' WHEN above.kind THEN above.name
                                            WHEN top.kind THEN top.name END AS name) district ON true`;

/** As documents tell communes of one name apart: `Ủy ban nhân dân xã An Ninh, huyện Quỳnh Phụ`. */
export function nameInDistrict(name: string, district: string | null | undefined): string {
  const place = district?.replace(/^Ủy ban nhân dân /, '');
  return !place || name.endsWith(place) ? name : `${name}, ${place}`;
}

/** The same for an agency with what it lies under. */
export function fullName({ name, parent }: Placed): string {
  const district = [parent, parent?.parent].find((above) => above?.kind === 'district');
  return nameInDistrict(name, district?.name);
}
