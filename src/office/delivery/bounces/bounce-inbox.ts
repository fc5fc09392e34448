import { Injectable, Logger, Optional, type OnApplicationShutdown } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { NotDone } from '../../../platform/process/bounded-thread.ts';
import { Config } from '../../../platform/config/config.ts';
import { ReportsService } from './reports.service.ts';
import { flagAddresses } from './flag-addresses.ts';
import type { DeliveryReportMail } from './read-report.ts';
import { ReportThread, type ReadMail, type ReportJob } from './report-thread.ts';
import { ReturnAddresses, type Returned } from './return-address.ts';

/** One mail comes back to one address; servers join a few of one domain. */
const MOST_RETURNED = 100;

/** What comes to the return addresses, by whichever way. */
@Injectable()
export class BounceInbox implements OnApplicationShutdown {
  private readonly logger = new Logger(BounceInbox.name);
  /** Absent while the installation has no return address. */
  readonly addresses: ReturnAddresses | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly reports: ReportsService,
    config: Config,
    @Optional() private readonly thread: ReportThread = new ReportThread(),
  ) {
    const { bounceAddress, keys } = config;
    this.addresses = bounceAddress ? new ReturnAddresses(bounceAddress, keys) : undefined;
  }

  isOurs(address: string): boolean {
    return this.addresses?.read(address) !== undefined;
  }

  /** Keeps what a mail reports about the deliveries it came back to; what is no report is let go. */
  async receive(recipients: string[], raw: Buffer): Promise<void> {
    const returned = recipients
      .flatMap((address) => this.addresses?.read(address) ?? [])
      .slice(0, MOST_RETURNED);
    if (returned.length === 0) return;
    const writtenTo = await Promise.all(returned.map((each) => this.addressOf(each)));
    const mail = await this.read(raw, writtenTo);
    if (!mail) return;
    for (const [at, each] of returned.entries()) {
      const report = mail.reports[at];
      if (report) await this.keep(each, writtenTo[at], report, mail.messageId || bodyOf(raw));
      else this.logger.log(`no report: ${mail.subject.slice(0, 100)}`);
    }
  }

  onApplicationShutdown(): Promise<void> {
    return this.thread.stop();
  }

  /** A mail that cannot be read within the bounds is let go: it would not be read the next time either. */
  private async read(
    raw: Buffer,
    writtenTo: ReportJob['writtenTo'],
  ): Promise<ReadMail | undefined> {
    try {
      return await this.thread.run({ raw, writtenTo });
    } catch (error) {
      if (!(error instanceof NotDone) || error.why === 'busy') throw error;
      this.logger.warn(`a mail of ${raw.length} bytes could not be read: ${error.message}`);
      return undefined;
    }
  }

  /** Whom that retry round wrote to. */
  private async addressOf({ deliveryId, retryRound }: Returned): Promise<string | undefined> {
    const [attempt] = await this.database.query<{ address: string }[]>(
      `SELECT address FROM delivery_attempts WHERE delivery_id = $1 AND round = $2
       ORDER BY number DESC LIMIT 1`,
      [deliveryId, retryRound],
    );
    return attempt?.address;
  }

  /** The same report has the same identity, whichever servers it came through. */
  private async keep(
    { deliveryId, retryRound }: Returned,
    address: string | undefined,
    report: DeliveryReportMail,
    identity: string,
  ): Promise<void> {
    const sha256 = createHash('sha256')
      .update(`${deliveryId} ${retryRound} ${report.reported} ${identity}`)
      .digest('hex');
    const isNew = await this.reports.record({ sha256, deliveryId, retryRound, ...report });
    if (!isNew || !report.isHard || !address) return;
    const { status, diagnostic: words } = report;
    await flagAddresses(this.database.manager, [{ deliveryId, address, status, words }]);
  }
}

function bodyOf(raw: Buffer): string {
  const text = raw.toString('latin1');
  const end = /\r?\n\r?\n/.exec(text);
  return end ? text.slice(end.index) : text;
}
