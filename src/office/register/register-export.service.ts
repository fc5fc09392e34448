import { Injectable } from '@nestjs/common';
import { hash } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { Account } from '../accounts/account.entity.ts';
import type { OfficeHead } from '../accounts/office-head.entity.ts';
import { Config } from '../../platform/config/config.ts';
import { fontFilesIn } from '../../engines/page/fonts/font-family.ts';
import { record } from '../journal/journal.ts';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { bind } from './bind.ts';
import { registerXlsx } from './register-xlsx.ts';
import type { BookPeriod, Period } from './register.schemas.ts';
import { RegisterService, type RegisterOfPeriod } from './register.service.ts';

/** The register as a file. Which bytes were made of it, the journal keeps: what is bound can be recognised. */
@Injectable()
export class RegisterExportService {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
    private readonly register: RegisterService,
  ) {}

  async pdf(by: Account, { sheet, ...period }: BookPeriod): Promise<Exported> {
    const found = await this.register.read(by, period);
    const { fontFolder } = this.config;
    const fonts = fontFolder === undefined ? {} : { fonts: fontFilesIn(fontFolder) };
    const office = headOf(by, found);
    const bytes = await bind({ office, found, sheet, at: new Date(), ...fonts });
    return this.leaving(by, found, bytes, 'pdf');
  }

  async xlsx(by: Account, period: Period): Promise<Exported> {
    const found = await this.register.read(by, period);
    return this.leaving(by, found, await registerXlsx(headOf(by, found).name, found), 'xlsx');
  }

  private async leaving(
    by: Account,
    { from, to, lines }: RegisterOfPeriod,
    bytes: Buffer,
    format: 'pdf' | 'xlsx',
  ): Promise<Exported> {
    const details = { format, from, to, numbers: lines.length, sha256: hash('sha256', bytes) };
    await record(this.database.manager, by, 'register-exported', by.officeId, details);
    return { bytes, name: `So-van-ban-di-${from}-${to}.${format}` };
  }
}

/** A book of last year bears the name under which it was closed. */
function headOf({ office }: Account, { to }: RegisterOfPeriod): OfficeHead {
  const today = vietnamDate(new Date());
  return office.headOn(to < today ? to : today);
}

export interface Exported {
  bytes: Buffer;
  name: string;
}
