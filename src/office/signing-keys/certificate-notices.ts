import { Injectable, Logger } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';
import { DataSource, IsNull } from 'typeorm';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { Account, type Role } from '../accounts/account.entity.ts';
import {
  type CertificateSubject,
  describeCertificate,
} from '../../engines/signatures/certificates/certificate-names.ts';
import { type ExpiryWarning, expiryWarning } from '../../engines/signatures/certificates/expiry.ts';
import { nameWarning } from './name-warning.ts';
import { OfficeSignatures } from './office-signatures.ts';
import type { KeySource, SigningFile } from './signing-file.ts';
import { withKey } from './with-key.ts';

interface Known {
  readAt: number;
  subject: Promise<CertificateSubject | undefined>;
}

/** A renewed certificate is seen after so long at the latest. */
const READ_AGAIN = 3_600_000;
/** A page does not wait longer for a token or a service that is slow to answer. */
const PATIENCE = 1_000;
const RENAMING = new Set<Role>(['clerk', 'leader', 'administrator']);

/** Which certificates end soon, and whether the agency's bears another name than its letterhead, for each whom it concerns: signers, the clerk who seals, leadership. */
@Injectable()
export class CertificateNotices {
  private readonly logger = new Logger(CertificateNotices.name);
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly database: DataSource,
    private readonly signatures: OfficeSignatures,
  ) {}

  async for(account: Account): Promise<ExpiryWarning[]> {
    if (!this.signatures.isConfigured) return [];
    const settings = await this.signatures.settings();
    const keys = await this.keysOf(account, settings);
    const subjects = await Promise.all(keys.map((key) => this.subjectOf(key)));
    const now = new Date();
    const ends = subjects.map((subject) => subject && expiryWarning(subject, now));
    return [...ends, await this.renamed(account, settings)]
      .flatMap((warning) => warning ?? [])
      .toSorted((a, b) => a.within - b.within);
  }

  /** To who seals, to leadership, and to who sets the letterhead. */
  private async renamed(
    { roles, office }: Account,
    { agencies }: SigningFile,
  ): Promise<ExpiryWarning | undefined> {
    const agency = agencies[office.code];
    const concerns = roles.some((role) => RENAMING.has(role));
    const subject = agency && concerns ? await this.subjectOf(agency.key) : undefined;
    return subject && nameWarning(office, subject, vietnamDate(new Date()));
  }

  private async keysOf(by: Account, { agencies, people }: SigningFile): Promise<KeySource[]> {
    const agency = agencies[by.office.code];
    const holders = new Set<{ key: KeySource } | undefined>();
    if (by.roles.includes('signer')) holders.add(people[by.username]);
    if (by.roles.some((role) => role === 'clerk' || role === 'leader')) holders.add(agency);
    if (by.roles.includes('leader')) {
      const { officeId } = by;
      const staff = await this.database.manager.findBy(Account, { officeId, closedAt: IsNull() });
      for (const { username } of staff) holders.add(people[username]);
    }
    return [...holders].flatMap((holder) => (holder ? [holder.key] : []));
  }

  private subjectOf(key: KeySource): Promise<CertificateSubject | undefined> {
    const id = JSON.stringify(key);
    let known = this.known.get(id);
    if (!known || known.readAt < Date.now() - READ_AGAIN) {
      known = { readAt: Date.now(), subject: this.read(key, known?.subject) };
      this.known.set(id, known);
    }
    return Promise.race([known.subject, setTimeout(PATIENCE, undefined, { ref: false })]);
  }

  /** What was read before still holds when the key is out of reach now. */
  private read(key: KeySource, before?: Known['subject']): Known['subject'] {
    return withKey(key, async ({ certificate }) => describeCertificate(certificate)).catch(
      (error: Error) => {
        this.logger.warn(`A certificate could not be looked at: ${error.message}`);
        return before;
      },
    );
  }
}
