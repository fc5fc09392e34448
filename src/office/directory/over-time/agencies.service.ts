import type { RecipientState } from '../../recipient-words.ts';
import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { AgencyName } from '../agency-name.entity.ts';
import { AgencySuccession } from '../agency-succession.entity.ts';
import { Agency } from '../agency.entity.ts';
import { membersOf } from '../successions.ts';
import { failedAddresses, type FailedAddress } from '../failed-addresses.ts';
import { AgencyGroup } from '../agency-group.entity.ts';
import { inAreaOn } from '../areas/place-agencies.ts';
import { AgencyIdentifier } from '../identifiers/agency-identifier.entity.ts';
import { kindsOn } from '../kinds/kind-names.ts';

export interface ReceivedDispatch {
  recipientId: string;
  dispatchId: string;
  number: number;
  symbol: string;
  abstract: string;
  issuedOn: string;
  state: RecipientState;
}

export interface AgencyLife {
  agency: Agency;
  kindName: string;
  /** Of today. */
  area: { id: string; name: string } | null;
  identifiers: AgencyIdentifier[];
  /** Latest first. */
  formerNames: AgencyName[];
  predecessors: Agency[];
  successors: Agency[];
  /** That reach it today. */
  groups: { id: string; name: string }[];
  addressFailure: FailedAddress | null;
  received: ReceivedDispatch[];
  total: number;
}

export const PAGE_SIZE = 20;

/** One agency over time, and what it was sent. */
@Injectable()
export class AgenciesService {
  constructor(private readonly database: DataSource) {}

  async life(by: Account, id: string, page: number): Promise<AgencyLife> {
    const { manager } = this.database;
    const { officeId } = by;
    const agency = await manager.findOneOrFail(Agency, {
      where: { id, officeId },
      relations: { parent: true },
    });
    const kinds = await kindsOn(manager, officeId, vietnamDate(new Date()));
    const formerNames = await manager.find(AgencyName, {
      where: { agencyId: id },
      order: { validTo: 'DESC' },
    });
    const successions = await manager.find(AgencySuccession, {
      where: [{ predecessorId: id }, { successorId: id }],
      relations: { predecessor: true, successor: true },
      order: { predecessor: { code: 'ASC' }, successor: { code: 'ASC' } },
    });
    const failed = await failedAddresses(manager, officeId);
    return {
      agency,
      kindName: kinds.find(({ code }) => code === agency.kind)!.name,
      area: await areaOf(manager, id),
      identifiers: await manager.find(AgencyIdentifier, {
        where: { agencyId: id, validTo: IsNull() },
        order: { scheme: 'ASC' },
      }),
      formerNames,
      addressFailure: failed.get(id) ?? null,
      predecessors: successions
        .filter((one) => one.successorId === id)
        .map((one) => one.predecessor),
      successors: successions.filter((one) => one.predecessorId === id).map((one) => one.successor),
      groups: await groupsOf(manager, agency),
      ...(await receivedBy(manager, by, agency, page)),
    };
  }
}

async function areaOf(manager: EntityManager, id: string): Promise<AgencyLife['area']> {
  const [area] = await manager.query<{ id: string; name: string }[]>(
    `SELECT areas.id, areas.name FROM area_members member JOIN areas ON areas.id = area_id
     WHERE ${inAreaOn('$1', '$2::date')}`,
    [id, vietnamDate(new Date())],
  );
  return area ?? null;
}

async function groupsOf(manager: EntityManager, { id, officeId, ...agency }: Agency) {
  const today = vietnamDate(new Date());
  if (agency.validFrom > today || (agency.validTo !== null && agency.validTo < today)) return [];
  const groups = await manager.find(AgencyGroup, { where: { officeId }, order: { name: 'ASC' } });
  const byHand = await membersOf(
    manager,
    groups.filter(({ kinds }) => !kinds.includes(agency.kind)).map((group) => group.id),
    today,
  );
  return groups.filter((group) => byHand.get(group.id)?.has(id) ?? true);
}

/**
 * What this person may read of it. By the key (dispatch, agency): one look for each dispatch of the office, as there
 * are no more.
 */
async function receivedBy(
  manager: EntityManager,
  by: Account,
  { id, officeId }: Agency,
  page: number,
) {
  const from = `FROM dispatches dispatch
    JOIN recipients recipient ON recipient.dispatch_id = dispatch.id AND recipient.agency_id = $2
    WHERE dispatch.office_id = $1 AND dispatch.state = 'issued'
      AND may_read(reading, dispatch.id, $3)`;
  const received = await manager.query<ReceivedDispatch[]>(
    `SELECT recipient.id AS "recipientId", dispatch.id AS "dispatchId", number, symbol, abstract,
            issued_on::text AS "issuedOn",
            (SELECT state FROM standings WHERE recipient_id = recipient.id) AS state
     ${from}
     ORDER BY issued_on DESC, number DESC LIMIT ${PAGE_SIZE} OFFSET $4`,
    [officeId, id, by.id, (page - 1) * PAGE_SIZE],
  );
  const [{ total }] = await manager.query<[{ total: number }]>(
    `SELECT count(*)::integer AS total ${from}`,
    [officeId, id, by.id],
  );
  return { received, total };
}
