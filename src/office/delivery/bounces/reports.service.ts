import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { keepSeals } from '../../journal/facts/seal-facts.ts';
import type { DeliveryReport } from '../delivery-report.entity.ts';
import { EVIDENCE_RULES } from '../attempts/evidence.ts';

export type NewReport = Omit<
  DeliveryReport,
  'delivery' | 'receivedAt' | 'cause' | 'failedAddress'
> &
  Partial<Pick<DeliveryReport, 'cause' | 'failedAddress'>>;

@Injectable()
export class ReportsService {
  constructor(private readonly database: DataSource) {}

  /**
   * Keeps a report and lets it move its delivery as evidence.ts says. A report that is known already
   * moves nothing, one about a mail of no delivery is kept all the same, and one about an earlier
   * retry round says nothing about this one. True when it was new.
   */
  async record(report: NewReport): Promise<boolean> {
    const [{ isNew }] = await this.database.query(
      `WITH known AS (
         SELECT id, round FROM deliveries WHERE id = $2
       ), report AS (
         INSERT INTO delivery_reports (sha256, delivery_id, round, reported, is_hard, status, server,
           diagnostic, cause, failed_address)
         VALUES ($1, (SELECT id FROM known), $3, $4, $5, $6, $7, $8, $10, $11)
         ON CONFLICT DO NOTHING RETURNING *
       ), kept AS (${keepSeals('delivery_reports', 'report')}), moved AS (
         UPDATE deliveries SET state = $9::jsonb -> ('report-' || $4::text) ->> state
         FROM report WHERE id = report.delivery_id AND deliveries.round = report.round
       )
       SELECT EXISTS (SELECT FROM report) AS "isNew"`,
      [
        report.sha256,
        report.deliveryId,
        report.retryRound,
        report.reported,
        report.isHard,
        report.status,
        report.server,
        report.diagnostic,
        EVIDENCE_RULES,
        report.cause ?? null,
        report.failedAddress ?? null,
      ],
    );
    return isNew;
  }
}
