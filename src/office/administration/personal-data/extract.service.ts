import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { DataSource } from 'typeorm';
import type { Account } from '../../accounts/account.entity.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { htmlExtract, jsonExtract } from './extract.ts';
import { findPerson } from './personal-data.service.ts';
import type { ExtractOf } from './personal-data.schemas.ts';

/** What is kept of a person, for that person to take along; that it was made is in the journal. */
@Injectable()
export class ExtractService {
  constructor(private readonly database: DataSource) {}

  async make(by: Account, { basis, format, ...whom }: ExtractOf): Promise<Readable> {
    const person = await this.database.transaction(async (manager) => {
      const found = await findPerson(manager, by, whom);
      if (found.found.length === 0) throw new RuleViolation('nothing-held');
      const rows = Object.fromEntries(
        found.found.map(({ name, erasable, staying }) => [name, erasable + staying]),
      );
      const subject = found.account?.id ?? by.officeId;
      await record(manager, by, 'personal-data-extracted', subject, {
        rows,
        format,
        reason: basis,
      });
      return found;
    });
    const facts = { officeName: by.office.name, basis, at: new Date() };
    const write = format === 'json' ? jsonExtract : htmlExtract;
    return Readable.from(write(this.database.manager, person, facts));
  }
}
