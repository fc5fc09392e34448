import { verifyJournal } from '../../../../src/office/journal/verify-journal.ts';
import { linkToken } from '../../../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../../support/seed.ts';

/** Who acknowledges, at an agency. */
export const BINH = { name: 'Lê Thị Bình', post: 'Văn thư xã' };
export const BASIS = 'Đơn ngày 01/12/2026';

export interface Found {
  found: { name: string; erasable: number; staying: number }[];
  inUse: boolean;
  seal: string;
}

/** By kind: how many rows may be erased, how many stay. */
export const counts = ({ found }: Found) =>
  Object.fromEntries(found.map(({ name, erasable, staying }) => [name, [erasable, staying]]));

/** The sample office, whose administrator is asked by persons what is kept of them. */
export class AskedOffice {
  private constructor(
    readonly office: TestOffice,
    readonly administrator: Browser,
  ) {}

  static async open(): Promise<AskedOffice> {
    const office = await testOffice({ directory: scaledDirectory(80) });
    return new AskedOffice(office, await office.as('quantri'));
  }

  rows<T>(sql: string, values: unknown[] = []): Promise<T[]> {
    return this.office.database.query<T[]>(sql, values);
  }

  /** A dispatch that went out; one recipient acknowledged as `BINH`. */
  async acknowledged(): Promise<string> {
    const [drafter, clerk] = await Promise.all(
      ['chuyenvien', 'vanthu'].map((name) => this.office.as(name)),
    );
    const dispatch = await draftedBy(drafter!, await aDraft(this.office));
    await signed(this.office, dispatch);
    await clerk!
      .post(`/api/dispatches/${dispatch}/issuance`)
      .send({ withoutAddress: true })
      .expect(201);
    await this.acknowledge(0, BINH);
    return dispatch;
  }

  /** By the link of the recipient that stands there, by code. */
  async acknowledge(place: number, person: { name: string; post: string }): Promise<void> {
    const [recipient] = await this.rows<{ id: string }>(
      'SELECT id FROM recipients ORDER BY code OFFSET $1 LIMIT 1',
      [place],
    );
    const token = linkToken(this.office.config.keys, recipient!.id);
    await this.office.anyone.post(`/api/acknowledgements/${token}`).send(person).expect(200);
  }

  async search(whom: object, by = this.administrator): Promise<Found> {
    return (await by.post('/api/personal-data/searches').send(whom).expect(200)).body;
  }

  erase(fields: object) {
    return this.administrator.post('/api/personal-data/erasures').send({ basis: BASIS, ...fields });
  }

  /** What the last entry of a kind says. */
  async last(verb: string): Promise<Record<string, unknown>> {
    const [entry] = await this.rows<{ details: Record<string, unknown> }>(
      'SELECT details FROM journal_entries WHERE verb = $1 ORDER BY id DESC LIMIT 1',
      [verb],
    );
    return entry!.details;
  }

  async journal() {
    const [report] = await this.office.database.transaction('REPEATABLE READ', (manager) =>
      verifyJournal(manager),
    );
    return report!;
  }
}
