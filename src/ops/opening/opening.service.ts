import { Injectable } from '@nestjs/common';
import { DataSource, QueryFailedError } from 'typeorm';
import { record } from '../../office/journal/journal.ts';
import { InvalidInput } from '../../platform/web/invalid-input.ts';
import { OfficeSetup, type NewPerson } from '../office-setup.ts';
import { fileOf, type NewOffice } from './new-office.ts';
import { requireOpen, useUp } from './opening-links.ts';

/** An office from a page: what `npm run office` does, and the link is used up with it, or nothing. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly database: DataSource,
    private readonly setup: OfficeSetup,
  ) {}

  async requireOpen(token: string): Promise<void> {
    await requireOpen(this.database.manager, token);
  }

  async open(token: string, input: NewOffice): Promise<NewPerson[]> {
    const { id: linkId } = await requireOpen(this.database.manager, token);
    const opened = this.setup.open(fileOf(input), async (manager, officeId) => {
      await useUp(manager, linkId, officeId);
      const system = { id: null, officeId };
      await record(manager, system, 'office-opened', officeId, { code: input.code, linkId });
    });
    return opened.catch((error: unknown) => {
      throw takenIn(error, input) ?? error;
    });
  }
}

/** A code or a name that somebody has already, at the field that says it. */
function takenIn(error: unknown, input: NewOffice): InvalidInput | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code, detail = '' } = error.driverError as { code?: string; detail?: string };
  const [, column, value] = /\((\w+)\)=\((.*)\)/.exec(detail) ?? [];
  if (code !== '23505' || column === undefined) return undefined;
  if (column === 'code') {
    const message = `Mã ${value} là của một cơ quan đã có ở đây. Chọn mã khác.`;
    return new InvalidInput([{ path: 'code', message }]);
  }
  if (column !== 'username') return undefined;
  const path = value === input.clerkUsername ? 'clerkUsername' : 'administratorUsername';
  const message = `Tên đăng nhập ${value} đã có người dùng. Chọn tên khác.`;
  return new InvalidInput([{ path, message }]);
}
