import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { aSigner, dayFromNow } from '../../support/people.ts';
import { aDraft, draftedBy } from '../../support/seed.ts';

/** An office with everyone who may be given an authority to sign, and a clerk who writes it down. */
export class MandateOffice {
  private constructor(
    readonly office: TestOffice,
    readonly clerk: Browser,
    readonly drafter: Browser,
    readonly people: Record<'head' | 'deputy' | 'chief' | 'other', string>,
  ) {}

  static async open(): Promise<MandateOffice> {
    const office = await testOffice();
    const [{ id: deputy }] = await office.database.query(
      `SELECT id FROM accounts WHERE username = 'phogiamdoc'`,
    );
    const people = {
      deputy,
      head: await aSigner(office, 'giamdoc', 'Lê Văn Minh', 'Giám đốc'),
      chief: await aSigner(office, 'chanhvp', 'Hoàng Thị Lan', 'Chánh Văn phòng'),
      other: await aSigner(office, 'truongphong', 'Bùi Văn Nam', 'Trưởng phòng'),
    };
    return new MandateOffice(
      office,
      await office.as('vanthu'),
      await office.as('chuyenvien'),
      people,
    );
  }

  readonly close = () => this.office.close();

  readonly mandate = (fields: Record<string, unknown>) => ({
    accountId: this.people.head,
    capacity: 'head',
    post: 'Giám đốc',
    validFrom: dayFromNow(-30),
    ...fields,
  });
  readonly granted = async (fields: Record<string, unknown>) =>
    (await this.clerk.post('/api/mandates').send(this.mandate(fields)).expect(201)).body;
  readonly refused = async (fields: Record<string, unknown>) => {
    const { body } = await this.clerk.post('/api/mandates').send(this.mandate(fields)).expect(422);
    return Object.fromEntries(
      body.errors.map(({ path, message }: Record<string, string>) => [path, message]),
    );
  };
  readonly ofHead = () => this.granted({});
  readonly underOrder = async (fields = {}) =>
    this.granted({
      accountId: this.people.chief,
      capacity: 'TL.',
      grantedFromId: (await this.ofHead()).id,
      post: 'Chánh Văn phòng',
      documentTypes: ['giay-moi', 'thong-bao'],
      basis: 'Quy chế làm việc số 05/QĐ-STTTT ngày 10/01/2024',
      ...fields,
    });
  readonly byWrit = async (fields = {}) =>
    this.granted({
      accountId: this.people.other,
      capacity: 'TUQ.',
      grantedFromId: (await this.ofHead()).id,
      post: 'Trưởng phòng',
      units: ['BCVT'],
      basis: 'Giấy ủy quyền số 03/GUQ-STTTT ngày 02/02/2026',
      validTo: dayFromNow(30),
      ...fields,
    });
  readonly submitted = async (mandateId: string, overrides = {}) => {
    const id = await draftedBy(
      this.drafter,
      await aDraft(this.office, { mandateId, ...overrides }),
    );
    const answer = await this.drafter.post(`/api/dispatches/${id}/submission`);
    return { id, answer };
  };
  readonly ended = (id: string, lastDay = dayFromNow(-1)) =>
    this.clerk.post(`/api/mandates/${id}/end`).send({ lastDay, reason: 'Nghỉ hưu' });
}
