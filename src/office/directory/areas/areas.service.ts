import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { nameKey } from '../../../platform/text/name-key.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { agencyIds } from '../agency-codes.ts';
import { lockDirectory } from '../lock-directory.ts';
import { AreaMember } from './area-member.entity.ts';
import { Area } from './area.entity.ts';
import { MOST_AREAS, type AreaMove, type FromDistricts } from './areas.schemas.ts';
import { endArea, requireOpen, undoEnd } from './end-area.ts';
import { formerDistricts, type FormerDistrict } from './former-districts.ts';
import { inAreaOn, movedLater, placeAgencies } from './place-agencies.ts';

export interface AreaToday {
  id: string;
  name: string;
  /** The last day, of one that has ended or will. */
  validTo: string | null;
  agencies: number;
}

export interface AreaMembers {
  id: string;
  name: string;
  validTo: string | null;
  total: number;
  members: {
    id: string;
    code: string;
    name: string;
    validFrom: string;
    validTo: string | null;
  }[];
}

export const PAGE_SIZE = 50;

/** The areas an office has drawn, and who lies in them. */
@Injectable()
export class AreasService {
  constructor(private readonly database: DataSource) {}

  list(officeId: string): Promise<AreaToday[]> {
    return this.database.query(
      `SELECT areas.id, areas.name, areas.valid_to::text AS "validTo",
              count(agency.id)::integer AS agencies
       FROM areas
       LEFT JOIN area_members member ON member.area_id = areas.id AND member.valid_from <= $2
         AND (member.valid_to IS NULL OR member.valid_to >= $2)
       LEFT JOIN agencies agency ON agency.id = member.agency_id AND agency.valid_from <= $2
         AND (agency.valid_to IS NULL OR agency.valid_to >= $2)
       WHERE areas.office_id = $1 GROUP BY areas.id ORDER BY areas.name`,
      [officeId, vietnamDate(new Date())],
    );
  }

  /** One page of who lies in an area today. */
  async view({ officeId }: Account, id: string, page: number): Promise<AreaMembers> {
    const { manager } = this.database;
    const from = `FROM area_members member JOIN agencies agency ON ${inAreaOn('agency.id', '$2')}
      WHERE area_id = $1 AND agency.valid_from <= $2
        AND (agency.valid_to IS NULL OR agency.valid_to >= $2)`;
    const today = vietnamDate(new Date());
    const [{ name, validTo }, members, [{ total }]] = await Promise.all([
      manager.findOneByOrFail(Area, { id, officeId }),
      manager.query<AreaMembers['members']>(
        `SELECT agency.id, code, name, member.valid_from::text AS "validFrom",
                member.valid_to::text AS "validTo"
         ${from} ORDER BY code LIMIT ${PAGE_SIZE} OFFSET $3`,
        [id, today, (page - 1) * PAGE_SIZE],
      ),
      manager.query<[{ total: number }]>(`SELECT count(*)::integer AS total ${from}`, [id, today]),
    ]);
    return { id, name, validTo, total, members };
  }

  add(by: Account, name: string): Promise<string> {
    const { officeId } = by;
    return this.change(by, async (manager, areas) => {
      requireRoom(areas, 1);
      requireUnused(areas, name);
      const { id } = await manager.save(Area, { officeId, name });
      await record(manager, by, 'area-added', id, { name });
      return id;
    });
  }

  rename(by: Account, id: string, name: string): Promise<string> {
    const { officeId } = by;
    return this.change(by, async (manager, areas) => {
      const before = await manager.findOneByOrFail(Area, { id, officeId });
      requireUnused(areas, name, id);
      await manager.update(Area, id, { name });
      await record(manager, by, 'area-renamed', id, { from: before.name, to: name });
      return id;
    });
  }

  /** For what no agency ever lay in; others are ended instead. */
  async remove(by: Account, id: string): Promise<void> {
    const { officeId } = by;
    await this.change(by, async (manager) => {
      const { name } = await manager.findOneByOrFail(Area, { id, officeId });
      const used = await manager.countBy(AreaMember, { areaId: id });
      if (used > 0) {
        const why = `Khu vực “${name}” có hoặc từng có ${used} cơ quan nên không xóa được. Kết thúc khu vực thay vì xóa: số liệu của những ngày trước giữ nguyên.`;
        throw new RuleViolation('area-in-use', why);
      }
      await manager.delete(Area, id);
      await record(manager, by, 'area-removed', id, { name });
    });
  }

  /** From this day on the area is no longer: whoever lies in it then lies in none. */
  async end(by: Account, id: string, from: string): Promise<void> {
    const { officeId } = by;
    await this.change(by, async (manager) => {
      const area = await manager.findOneByOrFail(Area, { id, officeId });
      const agencies = await endArea(manager, area, from);
      await record(manager, by, 'area-ended', id, { name: area.name, from, agencies });
    });
  }

  /** Takes new agencies again; those that left with its end stay out, those that were to leave stay in. */
  async reopen(by: Account, id: string): Promise<void> {
    const { officeId } = by;
    await this.change(by, async (manager, areas) => {
      const area = await manager.findOneByOrFail(Area, { id, officeId });
      const { name, validTo } = area;
      if (validTo === null) return;
      requireRoom(areas, 1);
      const agencies = await undoEnd(manager, area, vietnamDate(new Date()));
      await record(manager, by, 'area-reopened', id, { name, endedOn: validTo, agencies });
    });
  }

  /** These agencies lie in this area from a day on. */
  async place(by: Account, id: string, move: AreaMove): Promise<void> {
    const { officeId } = by;
    await this.change(by, async (manager) => {
      const area = await manager.findOneByOrFail(Area, { id, officeId });
      requireOpen(area, 'from');
      const { name } = area;
      const moved = await this.moved(manager, by, move, id);
      await record(manager, by, 'area-filled', id, { name, from: move.from, agencies: moved });
    });
  }

  /** These agencies lie in this area no longer. */
  async takeOut(by: Account, id: string, move: AreaMove): Promise<void> {
    const { officeId } = by;
    await this.change(by, async (manager) => {
      const { name } = await manager.findOneByOrFail(Area, { id, officeId });
      await requireInside(manager, by, id, move);
      const moved = await this.moved(manager, by, move, null);
      await record(manager, by, 'area-left', id, { name, from: move.from, agencies: moved });
    });
  }

  districts(officeId: string): Promise<FormerDistrict[]> {
    return formerDistricts(this.database.manager, officeId, vietnamDate(new Date()));
  }

  /** An area for each of these former districts, with whoever stands in their place. */
  async drawDistricts(by: Account, { districts, from }: FromDistricts): Promise<void> {
    const { officeId } = by;
    await this.change(by, async (manager, areas) => {
      const known = await formerDistricts(manager, officeId, from);
      const chosen = known.filter(({ id }) => districts.includes(id));
      if (chosen.length < new Set(districts).size) {
        throw fault('districts', 'Có huyện không còn trong danh bạ. Tải lại trang rồi chọn lại.');
      }
      requireRoom(areas, chosen.length);
      for (const { areaName, agencies } of chosen) {
        requireUnused(areas, areaName, undefined, 'districts');
        const { id } = await manager.save(Area, { officeId, name: areaName });
        await placeAll(manager, agencies, id, from);
        const details = { name: areaName, from, agencies: agencies.length };
        await record(manager, by, 'area-drawn', id, details);
      }
    });
  }

  private async moved(
    manager: EntityManager,
    { officeId }: Account,
    { codes, from, withBelow }: AreaMove,
    areaId: string | null,
  ): Promise<number> {
    const chosen = await agencyIds(manager, officeId, codes);
    const ids = withBelow ? await withThoseBelow(manager, chosen, from) : chosen;
    await placeAll(manager, ids, areaId, from);
    return ids.length;
  }

  private change<T>(
    { officeId }: Account,
    act: (manager: EntityManager, areas: Area[]) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async (manager) => {
      await lockDirectory(manager, officeId);
      return act(manager, await manager.findBy(Area, { officeId }));
    });
  }
}

const fault = (path: string, message: string) => new InvalidInput([{ path, message }]);

function requireRoom(areas: Area[], more: number): void {
  const open = areas.filter(({ validTo }) => validTo === null);
  if (open.length + more > MOST_AREAS) {
    throw fault(
      'name',
      `Có nhiều nhất ${MOST_AREAS} khu vực. Kết thúc hoặc xóa khu vực không dùng.`,
    );
  }
}

function requireUnused(areas: Area[], name: string, id?: string, path = 'name'): void {
  const other = areas.find((area) => area.id !== id && nameKey(area.name) === nameKey(name));
  if (!other) return;
  const instead =
    other.validTo === null
      ? '. Đặt tên khác.'
      : ', đã kết thúc. Mở lại khu vực ấy hoặc đặt tên khác.';
  throw fault(path, `Đã có khu vực “${other.name}”${instead}`);
}

async function placeAll(
  manager: EntityManager,
  ids: string[],
  areaId: string | null,
  from: string,
): Promise<void> {
  const placings = ids.map((agencyId) => ({ agencyId, areaId, from }));
  const later = await movedLater(manager, placings);
  if (later) throw fault('from', later);
  await placeAgencies(manager, placings);
}

async function requireInside(
  manager: EntityManager,
  { officeId }: Account,
  areaId: string,
  { codes, from }: AreaMove,
): Promise<void> {
  const [outside] = await manager.query<{ name: string }[]>(
    `SELECT name FROM agencies agency
     WHERE office_id = $1 AND code = ANY ($2) AND NOT EXISTS (
       SELECT FROM area_members member WHERE area_id = $3 AND ${inAreaOn('agency.id', '$4')})
     LIMIT 1`,
    [officeId, codes, areaId, from],
  );
  if (outside) throw fault('codes', `${outside.name} không thuộc khu vực này. Bỏ mã ấy ra.`);
}

async function withThoseBelow(
  manager: EntityManager,
  ids: string[],
  day: string,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `WITH RECURSIVE own AS (
       SELECT unnest($1::uuid[]) AS id
       UNION SELECT child.id FROM own JOIN agencies child ON child.parent_id = own.id
       WHERE child.valid_from <= $2 AND (child.valid_to IS NULL OR child.valid_to >= $2))
     SELECT id FROM own`,
    [ids, day],
  );
  return rows.map(({ id }) => id);
}
