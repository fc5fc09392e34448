import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { countKinds } from '../counting.ts';
import { lockDirectory } from '../lock-directory.ts';
import { addKinds, codeFor } from './add-kinds.ts';
import { AgencyKindName } from './agency-kind-name.entity.ts';
import { AgencyKind, isOpenOn } from './agency-kind.entity.ts';
import { kindsOn } from './kind-names.ts';
import {
  fault,
  keepName,
  moveBehind,
  requireNobodyOutside,
  requireOrder,
  requireUnused,
  usesOf,
} from './kind-rules.ts';
import { MOST_KINDS, type AddKind, type ChangeKind, type KindView } from './kinds.schemas.ts';

/** The kinds of agencies that an office knows. */
@Injectable()
export class KindsService {
  constructor(private readonly database: DataSource) {}

  /** All there ever were, by today's names. */
  list(officeId: string): Promise<AgencyKind[]> {
    return kindsOn(this.database.manager, officeId, vietnamDate(new Date()));
  }

  /** What may be chosen today: kinds that are open, or of which the office still has an agency, or that are `chosen`. */
  async toChoose(officeId: string, chosen: readonly string[]): Promise<AgencyKind[]> {
    const today = vietnamDate(new Date());
    const [living, kinds] = await Promise.all([
      countKinds(this.database.manager, officeId, today),
      this.list(officeId),
    ]);
    const kept = new Set([...chosen, ...living.keys()]);
    return kinds.filter((kind) => kept.has(kind.code) || isOpenOn(kind, today));
  }

  async views(officeId: string): Promise<KindView[]> {
    const { manager } = this.database;
    const today = vietnamDate(new Date());
    const [kinds, stored, living, names] = await Promise.all([
      this.list(officeId),
      manager.findBy(AgencyKind, { officeId }),
      countKinds(manager, officeId, today),
      manager.find(AgencyKindName, { where: { officeId }, order: { validTo: 'DESC' } }),
    ]);
    const coming = new Map(stored.map(({ code, name }) => [code, name]));
    return kinds.map(({ code, name, validFrom, validTo }) => ({
      code,
      name,
      validFrom,
      validTo,
      agencies: living.get(code) ?? 0,
      formerNames: names
        .filter((former) => former.kind === code && former.validTo < today)
        .map((former) => ({ name: former.name, validTo: former.validTo })),
      nextName: coming.get(code) === name ? null : coming.get(code)!,
    }));
  }

  /** As it is stored: its name may be one that comes. */
  find({ officeId }: Account, code: string): Promise<AgencyKind> {
    return this.database.manager.findOneByOrFail(AgencyKind, { officeId, code });
  }

  add(by: Account, input: AddKind): Promise<string> {
    const { officeId } = by;
    return this.change(by, async (manager, kinds) => {
      if (kinds.length >= MOST_KINDS) {
        throw fault('name', `Danh bạ có nhiều nhất ${MOST_KINDS} loại. Bỏ loại không dùng trước.`);
      }
      const taken = new Set(kinds.map((kind) => kind.code));
      const code = input.code ?? codeFor(input.name, taken);
      if (taken.has(code)) throw fault('code', `Đã có loại mang mã ${code}. Ghi mã khác.`);
      const { name, validFrom, validTo, after } = input;
      const kind = { code, name, validFrom: validFrom ?? null, validTo: validTo ?? null };
      requireOrder(kind);
      requireUnused(kinds, kind);
      await addKinds(manager, officeId, [kind]);
      if (after) await moveBehind(manager, officeId, code, after);
      await record(manager, by, 'kind-added', officeId, kind);
      return code;
    });
  }

  /** Writes a kind anew: what is left out is taken away, but for its place. */
  rewrite(by: Account, code: string, input: ChangeKind): Promise<string> {
    const { officeId } = by;
    return this.change(by, async (manager, kinds) => {
      const before = await manager.findOneByOrFail(AgencyKind, { officeId, code });
      const { name, nameFrom, validFrom = null, validTo = null, after } = input;
      const kind = { code, name, validFrom, validTo };
      requireOrder(kind);
      requireUnused(kinds, kind);
      await requireNobodyOutside(manager, before, kind);
      if (nameFrom && name !== before.name) await keepName(manager, before, nameFrom);
      await manager.update(AgencyKind, { officeId, code }, { name, validFrom, validTo });
      if (after) await moveBehind(manager, officeId, code, after);
      await record(manager, by, 'kind-changed', officeId, { ...kind, nameFrom: nameFrom ?? null });
      return code;
    });
  }

  /** For what was never used; anything else ends. */
  async remove(by: Account, code: string): Promise<void> {
    const { officeId } = by;
    await this.change(by, async (manager) => {
      const { name } = await manager.findOneByOrFail(AgencyKind, { officeId, code });
      const uses = await usesOf(manager, officeId, code);
      if (uses) throw new RuleViolation('kind-in-use', inUse(name, uses));
      await manager.delete(AgencyKind, { officeId, code });
      await record(manager, by, 'kind-removed', officeId, { code, name });
    });
  }

  private change<T>(
    { officeId }: Account,
    act: (manager: EntityManager, kinds: AgencyKind[]) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async (manager) => {
      await lockDirectory(manager, officeId);
      return act(manager, await manager.findBy(AgencyKind, { officeId }));
    });
  }
}

const inUse = (name: string, uses: string): string =>
  `Loại “${name}” ${uses} nên không xóa được. Ghi ngày cuối để kết thúc loại này.`;
