export const COMMUNES = 3321;
export const AGENCIES = 20_000;
const PROVINCES = 34;
const AREAS = 60;

/** A row of the list, and of the tables it ends in. */
export interface Row {
  code: string;
  name: string;
  kind: string;
  parent: string;
  email: string;
  area: string;
  identifier: string;
}

const BODIES = [
  ['commune', 'Ủy ban nhân dân xã'],
  ['station', 'Đài truyền thanh xã'],
  ['party', 'Đảng ủy xã'],
  ['organisation', 'Mặt trận Tổ quốc xã'],
  ['central', 'Công an xã'],
  ['department', 'Trung tâm Phục vụ hành chính công xã'],
] as const;

/** Every commune of the country with its bodies, and as many more as make the number whole; all made up. */
export function country(prefix: string): Row[] {
  return Array.from({ length: AGENCIES }, (_, at) => {
    const [body, place] = [Math.floor(at / COMMUNES), at % COMMUNES];
    const [kind, name] = BODIES[body] ?? BODIES[5];
    const own = String(place).padStart(4, '0');
    const code = `${prefix}${body}.${own}`;
    const province = String(1 + (place % PROVINCES)).padStart(2, '0');
    return {
      code,
      kind,
      name: `${name} Mẫu ${own}${body > 5 ? ' II' : ''}`,
      parent: body === 0 ? '' : `${prefix}0.${own}`,
      email: `${code.toLowerCase().replace('.', '-')}@xa.example`,
      area: `Khu vực ${1 + (place % AREAS)}`,
      identifier: `H${province}.${String(Math.floor(place / PROVINCES)).padStart(3, '0')}.${String(body).padStart(2, '0')}`,
    };
  });
}

export const toFile = (rows: Row[]): string =>
  [
    'code,name,kind,parent_code,email,area,identifier',
    ...rows.map((row) =>
      [row.code, row.name, row.kind, row.parent, row.email, row.area, row.identifier].join(','),
    ),
  ].join('\n');
