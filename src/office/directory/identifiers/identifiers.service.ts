import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { Agency } from '../agency.entity.ts';
import { lockDirectory } from '../lock-directory.ts';
import { AgencyIdentifier } from './agency-identifier.entity.ts';
import { giveIdentifiers } from './give-identifiers.ts';
import { agencyByIdentifier, type Identified } from './identified.ts';
import type { Asked, IdentifierDraft } from './identifiers.schemas.ts';
import { faultOf } from './schemes.ts';

/** By which codes other systems know an agency. */
@Injectable()
export class IdentifiersService {
  constructor(private readonly database: DataSource) {}

  /** An agency and its codes, scheme by scheme, the latest first. */
  async of(
    { officeId }: Account,
    agencyId: string,
  ): Promise<{ agency: Agency; identifiers: AgencyIdentifier[] }> {
    const { manager } = this.database;
    const [agency, identifiers] = await Promise.all([
      manager.findOneByOrFail(Agency, { id: agencyId, officeId }),
      manager.find(AgencyIdentifier, {
        where: { agencyId },
        order: { scheme: 'ASC', validFrom: 'DESC' },
        take: 100,
      }),
    ]);
    return { agency, identifiers };
  }

  async find({ officeId }: Account, { code, on }: Asked): Promise<Identified> {
    const day = on ?? vietnamDate(new Date());
    const found = await agencyByIdentifier(this.database.manager, officeId, code, day);
    if (!found) throw new RuleViolation('identifier-not-known');
    return found;
  }

  give(by: Account, agencyId: string, draft: IdentifierDraft): Promise<string> {
    return this.change(by, agencyId, async (manager, agency) => {
      const { scheme, code, validFrom: from, validTo: to = null } = draft;
      requireForm(draft);
      requireDays(agency, from, to);
      const given = [{ agencyId, scheme, code, from, to }];
      const [wrong] = await giveIdentifiers(manager, by.officeId, given);
      if (wrong) throw fault(wrong.at === 'from' ? 'validFrom' : 'code', wrong.message);
      await record(manager, by, 'identifier-given', agencyId, { scheme, code, from, to });
      const kept = { agencyId, scheme, validFrom: from };
      return (await manager.findOneByOrFail(AgencyIdentifier, kept)).id;
    });
  }

  end(by: Account, agencyId: string, id: string, validTo: string): Promise<string> {
    return this.change(by, agencyId, async (manager, agency) => {
      const { scheme, code, validFrom, validTo: before } = await own(manager, agencyId, id);
      requireDays(agency, validFrom, validTo);
      if (before !== null && before < validTo) {
        throw fault('validTo', 'Mã này đã kết thúc trước ngày ấy. Ghi lại mã từ ngày bắt đầu mới.');
      }
      await manager.update(AgencyIdentifier, id, { validTo });
      await record(manager, by, 'identifier-ended', agencyId, { scheme, code, validTo });
      return id;
    });
  }

  /** For what was written down by mistake. */
  async remove(by: Account, agencyId: string, id: string): Promise<void> {
    await this.change(by, agencyId, async (manager) => {
      const { scheme, code, validFrom } = await own(manager, agencyId, id);
      await manager.delete(AgencyIdentifier, id);
      await record(manager, by, 'identifier-removed', agencyId, { scheme, code, validFrom });
    });
  }

  private change<T>(
    { officeId }: Account,
    agencyId: string,
    act: (manager: EntityManager, agency: Agency) => Promise<T>,
  ): Promise<T> {
    return this.database.transaction(async (manager) => {
      await lockDirectory(manager, officeId);
      return act(manager, await manager.findOneByOrFail(Agency, { id: agencyId, officeId }));
    });
  }
}

const fault = (path: string, message: string) => new InvalidInput([{ path, message }]);

const own = (manager: EntityManager, agencyId: string, id: string) =>
  manager.findOneByOrFail(AgencyIdentifier, { id, agencyId });

function requireForm({ scheme, code, validFrom }: IdentifierDraft): void {
  const wrong = faultOf(scheme, code, validFrom);
  if (wrong) throw fault('code', wrong);
}

function requireDays({ validFrom, validTo }: Agency, from: string, to: string | null): void {
  if (to !== null && to < from) {
    throw fault('validTo', 'Ngày cuối trước ngày bắt đầu. Sửa một trong hai ngày.');
  }
  if (from < validFrom || (validTo !== null && from > validTo)) {
    throw fault('validFrom', 'Ngày này cơ quan chưa có hoặc đã kết thúc. Ghi ngày khác.');
  }
}
