import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Account } from '../../../accounts/account.entity.ts';
import { record as note } from '../../../journal/journal.ts';
import { Config } from '../../../../platform/config/config.ts';
import { RuleViolation } from '../../../../platform/problems/rule-violation.ts';
import type { AttemptResult } from '../../attempts/attempt-result.ts';
import { attempt } from '../../attempts/attempt.ts';
import { recordAttempts } from '../../attempts/record-attempts.ts';
import { dispatchLetter, type ClaimedDelivery } from '../../outbox/dispatch-letter.ts';
import { PreparedDispatches } from '../../outbox/prepared-dispatches.ts';
import { makeLinksKnown } from '../../personal-link.ts';
import { WebhookChannel } from './webhook-channel.ts';

/** Tells a webhook once more, now, at its present URL. */
@Injectable()
export class ReplayService {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly dispatches: PreparedDispatches,
    private readonly webhooks: WebhookChannel,
  ) {}

  /**
   * One more attempt of the present retry round, with the same webhook-id. It is evidence like any other: it
   * may make a failure a success, never the reverse.
   */
  async replay(by: Account, deliveryId: string): Promise<AttemptResult> {
    const [rows] = await this.database.query<
      [(ClaimedDelivery & { dispatchId: string })[], number]
    >(
      `UPDATE deliveries delivery SET attempts = attempts + 1
       FROM recipients recipient
       JOIN agencies agency ON agency.id = agency_id
       JOIN dispatches dispatch ON dispatch.id = recipient.dispatch_id
       WHERE delivery.id = $1 AND recipient.id = recipient_id AND agency.office_id = $2
         AND may_read(reading, dispatch.id, $3)
         AND webhook_url IS NOT NULL AND delivery.state <> 'sending' AND recalled_at IS NULL
         AND EXISTS (SELECT FROM delivery_attempts
                     WHERE delivery_id = $1 AND delivery_attempts.channel = 'webhook')
       RETURNING delivery.id, attempts AS "attemptNumber", round AS "retryRound", letter, attempts - earlier_attempts AS attempt,
                 webhook_url AS address, queued_at AS "queuedAt", recipient.id AS "recipientId",
                 recipient.code, recipient.name, acknowledge_by AS "acknowledgeBy",
                 purpose, reply_by AS "replyBy", recipient.dispatch_id AS "dispatchId",
                 token_hash AS "tokenHash"`,
      [deliveryId, by.officeId, by.id],
    );
    const [delivery] = rows;
    if (!delivery) {
      throw new RuleViolation('nothing-to-replay');
    }
    await makeLinksKnown(this.database.manager, this.config.keys, [delivery]);
    const prepared = await this.dispatches.find(delivery.dispatchId);
    const letter = dispatchLetter(prepared, delivery, this.config);
    const { result, outcome } = await attempt('dispatch', this.webhooks, letter, delivery);
    await recordAttempts(this.database, [outcome]);
    await note(this.database.manager, by, 'webhook-replayed', delivery.dispatchId, {
      recipient: delivery.name,
      outcome: result.outcome,
    });
    return result;
  }
}
