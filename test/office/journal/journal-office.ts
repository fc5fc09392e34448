import type { EntityManager } from 'typeorm';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { verifyJournal } from '../../../src/office/journal/verify-journal.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { seedId, signed } from '../../support/seed.ts';

const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư xã' };

/** An office after an ordinary day: one dispatch was drafted, signed and issued to 300 recipients. */
export class JournalOffice {
  private constructor(
    readonly office: TestOffice,
    readonly clerk: Browser,
    readonly leader: Browser,
    /** Of the dispatch. */
    readonly id: string,
    readonly officeId: string,
  ) {}

  static async open(): Promise<JournalOffice> {
    const office = await testOffice({ directory: scaledDirectory(300) });
    const clerk = await office.as('vanthu');
    const id = await seedId(office);
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    const [{ id: officeId }] = await office.database.query('SELECT id FROM offices');
    return new JournalOffice(office, clerk, await office.as('lanhdao'), id, officeId);
  }

  readonly close = () => this.office.close();

  readonly tokens = async (count: number, offset = 0): Promise<string[]> => {
    const rows = await this.office.database.query(
      'SELECT id FROM recipients ORDER BY code LIMIT $1 OFFSET $2',
      [count, offset],
    );
    return rows.map((row: { id: string }) => linkToken(this.office.config.keys, row.id));
  };
  readonly acknowledge = (token: string) =>
    fetch(`${this.office.address}/api/acknowledgements/${token}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(PERSON),
    });
  readonly verified = async (manager: EntityManager = this.office.database.manager) => {
    const reports = await verifyJournal(manager);
    return reports.find(({ office: code }) => code === 'STTTT')!;
  };
}
