import { formBody } from '../../support/form.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { aDraft, draftedBy } from '../../support/seed.ts';

const NAME = 'Ủy ban nhân dân xã An Ninh';
const IN_QUYNH_PHU = `${NAME}, huyện Quỳnh Phụ`;
const IN_TIEN_HAI = `${NAME}, huyện Tiền Hải`;

describe('two communes of one name', () => {
  let office: TestOffice;
  let drafter: Browser;

  beforeAll(async () => {
    office = await testOffice();
    drafter = await office.as('chuyenvien');
  });
  afterAll(() => office?.close());

  const draftTo = (text: string, to?: string) =>
    aDraft(office, { copies: [{ text, to }, { text: 'Lưu: VT' }] });
  const agencyOf = async (id: string) => {
    const [row] = await office.database.query(
      `SELECT agencies.code FROM recipient_lines JOIN agencies ON agencies.id = agency_id
       WHERE dispatch_id = $1 AND section = 'copy'`,
      [id],
    );
    return row.code;
  };

  it('are not guessed between: the drafter is told both names', async () => {
    const { body } = await drafter
      .post('/api/dispatches')
      .send(await draftTo(NAME))
      .expect(422);
    expect(body.errors).toEqual([
      {
        path: 'copies.0.to',
        message: `Danh bạ có 2 nơi cùng tên "${NAME}". Ghi rõ nơi nào: ${IN_QUYNH_PHU}; ${IN_TIEN_HAI}.`,
      },
    ]);
    const beside = await drafter
      .post('/documents/recipients')
      .type('form')
      .send({ 'copies[0][text]': NAME })
      .expect(200);
    expect(beside.text).toContain(`ghi rõ nơi nào: ${IN_QUYNH_PHU}; ${IN_TIEN_HAI}`);
  });

  it.each([
    [IN_QUYNH_PHU, undefined, 'UBND.12514'],
    ['UBND xã An Ninh', 'ủy ban nhân dân xã An Ninh huyện Tiền Hải', 'UBND.13012'],
    [NAME, 'UBND.13012', 'UBND.13012'],
  ])('are told apart by the district or the code: %s, %s', async (text, to, code) => {
    const id = await draftedBy(drafter, await draftTo(text, to));
    expect(await agencyOf(id)).toBe(code);
  });

  it('stay told apart when the draft is opened and saved again', async () => {
    const draft = await draftTo(NAME, 'UBND.13012');
    const id = await draftedBy(drafter, draft);
    const { text } = await drafter.get(`/dispatches/${id}/edit`).expect(200);
    const [, shown] = /name="copies\[0\]\[to\]" value="([^"]*)"/.exec(text)!;
    expect(shown).toBe(IN_TIEN_HAI);
    const copies = [{ text: NAME, to: shown }, { text: 'Lưu: VT' }];
    await drafter
      .post(`/dispatches/${id}`)
      .type('form')
      .send(formBody({ ...draft, copies, revision: 1 }))
      .expect(303);
    expect(await agencyOf(id)).toBe('UBND.13012');
  });

  it('are offered with their districts while the name is being typed', async () => {
    const { body } = await drafter.get('/api/recipient-names').query({ q: 'ủy ban an ninh' });
    expect(body.map(({ name }: { name: string }) => name)).toEqual([IN_QUYNH_PHU, IN_TIEN_HAI]);
    const alone = await drafter.get('/api/recipient-names').query({ q: 'ủy ban xã An Vinh' });
    expect(alone.body.map(({ name }: { name: string }) => name)).toEqual([
      'Ủy ban nhân dân xã An Vinh',
    ]);
  });
});
