import { Injectable, Logger } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { DataSource } from 'typeorm';
import { Config } from '../../config.ts';
import { ReportsService } from '../reports.service.ts';
import { flagAddresses } from './flag-addresses.ts';
import { readReport, type Report } from './read-report.ts';
import { ReceivedMail } from './received-mail.ts';
import { ReturnAddresses, type Returned } from './return-address.ts';

/** What comes to the return addresses, by whichever way. */
@Injectable()
export class BounceInbox {
  private readonly logger = new Logger(BounceInbox.name);
  /** Absent while the installation has no return address. */
  readonly addresses: ReturnAddresses | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly reports: ReportsService,
    config: Config,
  ) {
    const { bounceAddress, keys } = config;
    this.addresses = bounceAddress ? new ReturnAddresses(bounceAddress, keys) : undefined;
  }

  isOurs(address: string): boolean {
    return this.addresses?.read(address) !== undefined;
  }

  /** Keeps what a mail reports about the deliveries it came back to; what is no report is let go. */
  async receive(recipients: string[], raw: Buffer): Promise<void> {
    const returned = recipients.flatMap((address) => this.addresses?.read(address) ?? []);
    if (returned.length === 0) return;
    const mail = await ReceivedMail.read(raw);
    for (const each of returned) {
      const address = await this.addressOf(each);
      const report = readReport(mail, address);
      if (report) await this.keep(each, address, report, mail.messageId || bodyOf(raw));
      else this.logger.log(`no report: ${mail.subject.slice(0, 100)}`);
    }
  }

  /** Whom that round wrote to. */
  private async addressOf({ deliveryId, round }: Returned): Promise<string | undefined> {
    const [attempt] = await this.database.query<{ address: string }[]>(
      `SELECT address FROM delivery_attempts WHERE delivery_id = $1 AND round = $2
       ORDER BY number DESC LIMIT 1`,
      [deliveryId, round],
    );
    return attempt?.address;
  }

  /** The same report has the same identity, whichever servers it came through. */
  private async keep(
    { deliveryId, round }: Returned,
    address: string | undefined,
    report: Report,
    identity: string,
  ): Promise<void> {
    const sha256 = createHash('sha256')
      .update(`${deliveryId} ${round} ${report.reported} ${identity}`)
      .digest('hex');
    const isNew = await this.reports.record({ sha256, deliveryId, round, ...report });
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
