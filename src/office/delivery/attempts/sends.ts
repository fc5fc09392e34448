import type { EntityManager } from 'typeorm';
import { DeliveryAttempt } from '../delivery-attempt.entity.ts';
import { DeliveryReport } from '../delivery-report.entity.ts';
import { Delivery } from '../delivery.entity.ts';
import type { ChannelName } from '../../directory/agency.entity.ts';
import { reasonOf, reasonOfReport } from './reasons.ts';

/** What became of one send to a recipient, or what its mail system said of it later. */
export interface Send {
  at: Date;
  channel: ChannelName;
  address: string;
  outcome: 'accepted' | 'temporary' | 'permanent' | 'arrived' | 'came-back';
  /** How many attempts in a row ended so. */
  attempts: number;
  /** For the clerk; empty where all went well. */
  reason: string;
}

/** The latest of them; a dispatch has a few for each recipient. */
const MOST = 200;

/** When the dispatch was sent to this recipient, where to, and what came of it; oldest first. */
export async function sendsOf(manager: EntityManager, recipientId: string): Promise<Send[]> {
  const delivery = await manager.findOneBy(Delivery, { recipientId });
  if (!delivery) return [];
  const where = { deliveryId: delivery.id };
  const attempts = await manager.find(DeliveryAttempt, {
    where,
    order: { number: 'DESC' },
    take: MOST,
  });
  const reports = await manager.find(DeliveryReport, {
    where,
    order: { receivedAt: 'DESC' },
    take: MOST,
  });
  const { channel, address } = delivery;
  const said = reports.flatMap((report): Send[] => {
    const { reported, receivedAt: at } = report;
    if (reported !== 'failed' && reported !== 'delivered') return [];
    const hasFailed = reported === 'failed';
    const reason = hasFailed ? reasonOfReport(report, address) : '';
    const outcome = hasFailed ? 'came-back' : 'arrived';
    return [{ at, channel, address, outcome, attempts: 1, reason }];
  });
  return [...inRows(attempts.toReversed()), ...said].toSorted((a, b) => +a.at - +b.at);
}

/** Attempts to one address that the other side puts off are one row, with the last answer. */
function inRows(attempts: DeliveryAttempt[]): Send[] {
  const rows: Send[] = [];
  for (const attempt of attempts) {
    const { endedAt: at, channel, address, outcome } = attempt;
    const last = rows.at(-1);
    const goesOn =
      outcome === 'temporary' && last?.outcome === 'temporary' && last.address === address;
    const row = { at, channel, address, outcome, reason: reasonOf(attempt) };
    if (goesOn) rows.splice(-1, 1, { ...row, attempts: last.attempts + 1 });
    else rows.push({ ...row, attempts: 1 });
  }
  return rows;
}
