import type { RecipientState } from '../../recipient-words.ts';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { vietnamDate } from '../../../platform/time/vietnam-time.ts';
import { Agency } from '../agency.entity.ts';
import { readLife, type Life } from './agency-life.ts';

export interface ReceivedDispatch {
  recipientId: string;
  dispatchId: string;
  number: number;
  symbol: string;
  abstract: string;
  issuedOn: string;
  state: RecipientState;
}

export interface AgencyLife extends Life {
  agency: Agency;
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
    const [agency, life, received] = await Promise.all([
      manager.findOneOrFail(Agency, { where: { id, officeId }, relations: { parent: true } }),
      readLife(manager, officeId, id, vietnamDate(new Date())),
      receivedBy(manager, by, id, page),
    ]);
    return { agency, ...life!, ...received };
  }
}

/**
 * What this person may read of it. By the key (dispatch, agency): one look for each dispatch of the office, as there
 * are no more.
 */
async function receivedBy(manager: EntityManager, by: Account, agencyId: string, page: number) {
  const from = `FROM dispatches dispatch
    JOIN recipients recipient ON recipient.dispatch_id = dispatch.id AND recipient.agency_id = $2
    WHERE dispatch.office_id = $1 AND dispatch.state = 'issued'
      AND may_read(reading, dispatch.id, $3)`;
  const [received, [{ total }]] = await Promise.all([
    manager.query<ReceivedDispatch[]>(
      `SELECT recipient.id AS "recipientId", dispatch.id AS "dispatchId", number, symbol, abstract,
              issued_on::text AS "issuedOn",
              (SELECT state FROM standings WHERE recipient_id = recipient.id) AS state
       ${from}
       ORDER BY issued_on DESC, number DESC LIMIT ${PAGE_SIZE} OFFSET $4`,
      [by.officeId, agencyId, by.id, (page - 1) * PAGE_SIZE],
    ),
    manager.query<[{ total: number }]>(`SELECT count(*)::integer AS total ${from}`, [
      by.officeId,
      agencyId,
      by.id,
    ]),
  ]);
  return { received, total };
}
