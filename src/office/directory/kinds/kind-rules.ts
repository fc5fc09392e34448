import { Raw, type EntityManager } from 'typeorm';
import { nameKey } from '../../../platform/text/name-key.ts';
import { addDays } from '../../../platform/time/days.ts';
import { shortDate } from '../../../platform/time/vietnam-time.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { AgencyKindName } from './agency-kind-name.entity.ts';
import { AgencyKind } from './agency-kind.entity.ts';

type Written = Pick<AgencyKind, 'code' | 'name' | 'validFrom' | 'validTo'>;

export const fault = (path: string, message: string) => new InvalidInput([{ path, message }]);

const isReversed = ({ validFrom, validTo }: Pick<Written, 'validFrom' | 'validTo'>) =>
  Boolean(validFrom && validTo && validTo < validFrom);
const REVERSED = 'Ngày cuối trước ngày bắt đầu. Sửa một trong hai ngày.';

/** What is wrong with a list of kinds by itself, by the place in it. */
export const faultsOfKinds = (kinds: Written[]) =>
  kinds.flatMap((kind, at) => [
    ...(isReversed(kind) ? [{ path: [at, 'validTo'], message: REVERSED }] : []),
    ...(['code', 'name'] as const)
      .filter((key) => kinds.findIndex((one) => nameKey(one[key]) === nameKey(kind[key])) < at)
      .map((key) => ({ path: [at, key], message: `Đã có loại “${kind[key]}” ở trên.` })),
  ]);

export function requireOrder(kind: Written): void {
  if (isReversed(kind)) throw fault('validTo', REVERSED);
}

export function requireUnused(kinds: AgencyKind[], { code, name }: Written): void {
  const other = kinds.find((kind) => kind.code !== code && nameKey(kind.name) === nameKey(name));
  if (other) throw fault('name', `Đã có loại “${other.name}”. Đặt tên khác, hoặc dùng loại ấy.`);
}

/** Agencies of a kind lie within its days; asked when a day becomes another, for kinds that the State ended did not ask. */
export async function requireNobodyOutside(
  manager: EntityManager,
  before: AgencyKind,
  { code, validFrom, validTo }: Written,
): Promise<void> {
  const [found] = await manager.query<[{ later: number; earlier: number }]>(
    `SELECT count(*) FILTER (WHERE coalesce(valid_to, 'infinity') > $3::date)::integer AS later,
            count(*) FILTER (WHERE valid_from < $4::date)::integer AS earlier
     FROM agencies WHERE office_id = $1 AND kind = $2`,
    [before.officeId, code, validTo, validFrom],
  );
  if (validTo && validTo !== before.validTo && found.later > 0) {
    const message = `${found.later} cơ quan loại này còn hiệu lực sau ngày ${shortDate(validTo)}. Nhập ngày kết thúc hoặc loại khác cho các cơ quan ấy trước.`;
    throw fault('validTo', message);
  }
  if (validFrom && validFrom !== before.validFrom && found.earlier > 0) {
    const message = `${found.earlier} cơ quan loại này có từ trước ngày ${shortDate(validFrom)}. Ghi ngày sớm hơn, hoặc bỏ trống.`;
    throw fault('validFrom', message);
  }
}

export async function keepName(
  manager: EntityManager,
  kind: AgencyKind,
  from: string,
): Promise<void> {
  const { officeId, code, name } = kind;
  const validTo = addDays(from, -1);
  const later = await manager.findOneBy(AgencyKindName, {
    officeId,
    kind: code,
    validTo: Raw((column) => `${column} >= :validTo`, { validTo }),
  });
  if (later) {
    const message = `Loại này đã đổi tên từ ngày ${shortDate(addDays(later.validTo, 1))}. Ghi ngày sau đó.`;
    throw fault('nameFrom', message);
  }
  await manager.insert(AgencyKindName, { officeId, kind: code, validTo, name });
}

export async function moveBehind(
  manager: EntityManager,
  officeId: string,
  code: string,
  after: string,
): Promise<void> {
  const known = await manager.existsBy(AgencyKind, { officeId, code: after });
  if (!known) throw fault('after', 'Không có loại này. Chọn lại trong danh sách.');
  await manager.query(
    `UPDATE agency_kinds SET position = placed.place
     FROM (SELECT code, row_number() OVER (ORDER BY
             CASE code WHEN $2 THEN (SELECT position FROM agency_kinds WHERE office_id = $1 AND code = $3)
                       ELSE position END,
             code = $2, code) - 1 AS place
           FROM agency_kinds WHERE office_id = $1) placed
     WHERE agency_kinds.office_id = $1 AND agency_kinds.code = placed.code`,
    [officeId, code, after],
  );
}

/** What keeps a kind from being removed, in words; nothing when it was never used. */
export async function usesOf(
  manager: EntityManager,
  officeId: string,
  code: string,
): Promise<string | undefined> {
  const [{ agencies, groups, isSent }] = await manager.query<
    [{ agencies: number; groups: number; isSent: boolean }]
  >(
    `SELECT (SELECT count(*)::integer FROM agencies WHERE office_id = $1 AND kind = $2) AS agencies,
            (SELECT count(*)::integer FROM agency_groups
             WHERE office_id = $1 AND $2 = ANY (kinds)) AS groups,
            EXISTS (SELECT FROM dispatches
                    JOIN recipients ON dispatch_id = dispatches.id AND kind = $2
                    WHERE office_id = $1) AS "isSent"`,
    [officeId, code],
  );
  const users = [
    ...(agencies > 0 ? [`${agencies} cơ quan`] : []),
    ...(groups > 0 ? [`${groups} nhóm`] : []),
  ];
  if (users.length > 0) return `đang dùng cho ${users.join(' và ')}`;
  return isSent ? 'đã có trong văn bản đã gửi' : undefined;
}
