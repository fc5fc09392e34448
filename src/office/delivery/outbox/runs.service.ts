import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, type EntityManager } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { Dispatch } from '../../dispatches/dispatch.entity.ts';
import { readable } from '../../dispatches/reading/readable.ts';
import { keepSeals } from '../../journal/facts/seal-facts.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { DeliveryPause } from '../delivery-pause.entity.ts';
import { DeliveryService } from './delivery.service.ts';
import type { Resend } from './run.schemas.ts';
import { CORRECTED_ADDRESS, giveAddress, correctDirectory } from './correct-address.ts';

/** What the clerk does about a run: stop it, let it go on, send again what failed. */
@Injectable()
export class RunsService {
  constructor(
    private readonly database: DataSource,
    private readonly deliveries: DeliveryService,
  ) {}

  /** Pausing what is paused changes nothing. */
  async pause(by: Account, dispatchId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await requireIssued(manager, by, dispatchId);
      const reason = `${by.fullName} tạm dừng.`;
      if (await openPause(manager, dispatchId, reason, by.id)) {
        await record(manager, by, 'delivery-paused', dispatchId);
      }
    });
  }

  /** The time of the pause does not count towards the lifetime of what waits. */
  async goOn(by: Account, dispatchId: string): Promise<void> {
    await this.database.transaction(async (manager) => {
      await requireIssued(manager, by, dispatchId);
      const open = await manager.findOneBy(DeliveryPause, { dispatchId, endedAt: IsNull() });
      if (!open) return;
      await manager.update(DeliveryPause, { id: open.id }, { endedAt: new Date(), endedBy: by.id });
      await manager.query(
        `UPDATE deliveries SET queued_at = queued_at + (now() - $2::timestamptz)
         WHERE dispatch_id = $1 AND state = 'waiting'`,
        [dispatchId, open.pausedAt],
      );
      await record(manager, by, 'delivery-resumed', dispatchId);
    });
    await this.deliveries.sweep(dispatchId);
  }

  /** How many recipients it goes to again: a new retry round, with the same Message-ID. */
  async resend(by: Account, dispatchId: string, again: Resend): Promise<number> {
    const { recipientId, address, inDirectory } = again;
    const recipients = await this.database.transaction(async (manager) => {
      await requireIssued(manager, by, dispatchId);
      await requireNotRecalled(manager, dispatchId, recipientId);
      if (recipientId && address) await giveAddress(manager, dispatchId, recipientId, address);
      const rows = await manager.query<{ id: string }[]>(
        `WITH again AS (
         UPDATE deliveries delivery
         SET state = 'waiting', round = round + 1, earlier_attempts = attempts, queued_at = now(),
             due_at = now(), claimed_by = NULL,
             address = coalesce($3, ${CORRECTED_ADDRESS}, delivery.address),
             channel = CASE WHEN $3::text IS NULL THEN channel ELSE 'email' END
         FROM recipient_status recipient
         WHERE recipient.id = recipient_id AND recipient.state = 'failed'
           AND delivery.dispatch_id = $1 AND recipient_id = coalesce($2, recipient_id)
           AND delivery.state IN ('failed', 'expired', 'bounced') AND recalled_at IS NULL
         RETURNING delivery.*), kept AS (${keepSeals('deliveries', 'again')})
         SELECT id FROM again`,
        [dispatchId, recipientId ?? null, address ?? null],
      );
      const count = rows.length;
      if (address && inDirectory) await correctDirectory(manager, recipientId!, address);
      const details = { count, recipientId, isCorrected: address !== undefined, inDirectory };
      if (count > 0) await record(manager, by, 'sent-again', dispatchId, details);
      return count;
    });
    await this.deliveries.sweep(dispatchId);
    return recipients;
  }
}

/** False when the run is paused already; `by` is absent when the system does it by itself. */
export async function openPause(
  manager: EntityManager,
  dispatchId: string,
  reason: string,
  by: string | null,
): Promise<boolean> {
  const rows = await manager.query<object[]>(
    `INSERT INTO delivery_pauses (dispatch_id, reason, paused_by)
     SELECT dispatch_id, $2, $3 FROM delivery_runs WHERE dispatch_id = $1
     ON CONFLICT DO NOTHING RETURNING id`,
    [dispatchId, reason, by],
  );
  return rows.length > 0;
}

async function requireIssued(manager: EntityManager, by: Account, id: string): Promise<void> {
  const { state } = await manager.findOneByOrFail(Dispatch, { id: readable(by, id) });
  if (state === 'issued') return;
  throw new RuleViolation('not-issued', 'Văn bản chưa được phát hành nên chưa gửi đi đâu.');
}

/** Neither a dispatch that was recalled nor a recipient it was recalled from gets it again. */
async function requireNotRecalled(
  manager: EntityManager,
  dispatchId: string,
  recipientId: string | undefined,
): Promise<void> {
  // A recall that comes at this moment waits, and finds what is sent again.
  await manager.query('SELECT FROM dispatches WHERE id = $1 FOR SHARE', [dispatchId]);
  const [found] = await manager.query<object[]>(
    `SELECT FROM recalls WHERE dispatch_id = $1 AND is_whole
     UNION ALL SELECT FROM recall_requests WHERE recipient_id = $2`,
    [dispatchId, recipientId ?? null],
  );
  if (!found) return;
  throw new RuleViolation(
    'recalled',
    'Văn bản đã thu hồi nên không gửi lại được. Soạn văn bản thay thế rồi phát hành.',
  );
}
