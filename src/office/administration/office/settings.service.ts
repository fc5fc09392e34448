import { Injectable } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { Office, type CHECK_CODES, type NUMBERINGS } from '../../accounts/office.entity.ts';
import { numbersFirst, printsCheckCode } from '../../accounts/office-choices.ts';
import { record } from '../../journal/journal.ts';
import { OfficeSignatures } from '../../signing-keys/office-signatures.ts';
import { Config } from '../../../platform/config/config.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import type { SetOffice, SettingsView } from './settings.schemas.ts';

const KEYS = ['senderName', 'senderAddress', 'numbering', 'checkCode'] as const;
/** A page does not wait longer for a key that is slow to answer. */
const PATIENCE_MS = 2_000;

/** Whether the office could seal now: not where nothing is signed digitally, and why not where it cannot. */
export type SealState = { state: 'none' | 'ready' | 'unknown' } | { state: 'no'; why: string };

/** What holds for an office that leaves it open. */
export interface InstallationSettings {
  installation: {
    senderName: string;
    senderAddress: string;
    numbering: (typeof NUMBERINGS)[number];
    checkCode: (typeof CHECK_CODES)[number];
    mailPerMinute: number | undefined;
  };
}

/** What an office decides for itself; whatever it leaves open is as the environment says for all. */
@Injectable()
export class SettingsService {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly signatures: OfficeSignatures,
  ) {}

  async find({ officeId: id }: Pick<Account, 'officeId'>): Promise<SettingsView> {
    const office = await this.database.manager.findOneByOrFail(Office, { id });
    const { senderName, senderAddress, numbering, checkCode } = office;
    return {
      ...{ senderName, senderAddress, numbering, checkCode },
      inForce: {
        senderName: senderName ?? office.name,
        senderAddress: senderAddress ?? this.config.mailFrom,
        numbering: numbersFirst(office, this.config) ? 'before-signature' : 'at-issue',
        checkCode: printsCheckCode(office, this.config) ? 'on' : 'off',
      },
    };
  }

  get installation(): InstallationSettings['installation'] {
    const {
      mailFrom,
      numbersFirst: isFirst,
      printsCheckCode: isPrinted,
      mailPerMinute,
    } = this.config;
    return {
      senderName: 'tên cơ quan',
      senderAddress: mailFrom,
      numbering: isFirst ? 'before-signature' : 'at-issue',
      checkCode: isPrinted ? 'on' : 'off',
      mailPerMinute,
    };
  }

  async set(by: Account, input: SetOffice): Promise<SettingsView> {
    this.requireOwnDomain(input.senderAddress);
    const { officeId: id } = by;
    await this.database.transaction(async (manager) => {
      const office = await manager.findOneOrFail(Office, {
        where: { id },
        lock: { mode: 'for_no_key_update' },
        loadEagerRelations: false,
      });
      const changed = KEYS.filter((key) => office[key] !== input[key]);
      if (changed.length === 0) return;
      await manager.update(Office, { id }, { ...input });
      const details = Object.fromEntries(
        changed.map((key) => [key, { before: office[key], after: input[key] }]),
      );
      await record(manager, by, 'office-set', id, details);
    });
    return this.find(by);
  }

  async seal({ office }: Account): Promise<SealState> {
    if (!this.signatures.isConfigured) return { state: 'none' };
    const asked = this.signatures.requireSeal(office).then(
      (): SealState => ({ state: 'ready' }),
      (error: Error): SealState => ({ state: 'no', why: error.message }),
    );
    return Promise.race([
      asked,
      setTimeout(PATIENCE_MS, { state: 'unknown' } as const, { ref: false }),
    ]);
  }

  /** Mails are signed for one domain; receivers take a sender of another for a forgery (RFC 7489, 3.1.1). */
  private requireOwnDomain(address: string | null): void {
    const signed = this.config.dkim?.domain;
    const domain = address?.split('@')[1]?.toLowerCase();
    if (!signed || !domain) return;
    const isWithin = (one: string, other: string) => one === other || one.endsWith(`.${other}`);
    if (isWithin(domain, signed) || isWithin(signed, domain)) return;
    const message = `Thư của hệ thống ký cho miền ${signed}; địa chỉ ở miền khác bị nơi nhận coi là giả. Ghi địa chỉ ở ${signed}, hoặc nhờ người vận hành đổi DKIM_DOMAIN.`;
    throw new InvalidInput([{ path: 'senderAddress', message }]);
  }
}
