import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { sendingOffice, type SendingOffice } from '../../../support/sending-office.ts';
import { seedId, signed } from '../../../support/seed.ts';
import type { Browser } from '../../../support/office.ts';

const FILE = [
  'mã;tên;loại;từ ngày',
  'TH.1;Trường Trung học cơ sở Một;Trường học;2024-01-01',
  'TH.2;Trường Tiểu học Hai;trường học;2024-01-01',
  'BV.1;Bệnh viện Đa khoa tỉnh;Bệnh viện;2024-01-01',
].join('\n');

describe('a list of agencies that names kinds nobody knows', () => {
  let office: SendingOffice;
  let clerk: Browser;

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(80) });
    clerk = await office.as('vanthu');
  });
  afterAll(() => office?.close());

  const kinds = async (): Promise<{ code: string; name: string; agencies: number }[]> =>
    (await clerk.get('/api/agency-kinds').expect(200)).body;
  const propose = async (): Promise<string> => {
    const sent = clerk.post('/api/directory-changes').set('Content-Type', 'text/csv').send(FILE);
    return (await sent.expect(201)).body.id;
  };

  it('is refused where nobody looks at it first', async () => {
    const { body } = await clerk
      .post('/api/agencies/import')
      .set('Content-Type', 'text/csv')
      .send(FILE)
      .expect(422);
    expect(body.errors[0].message).toContain('Không có loại "Trường học"');
  });

  it('offers them in the preview, and adds only what is confirmed', async () => {
    const before = await kinds();
    const id = await propose();
    const { body: seen } = await clerk.get(`/api/directory-changes/${id}`).expect(200);
    expect(seen.newKinds).toEqual([
      { code: 'truong-hoc', name: 'Trường học' },
      { code: 'benh-vien', name: 'Bệnh viện' },
    ]);
    const page = await clerk.get(`/directory/changes/${id}`).expect(200);
    expect(page.text).toContain('Tệp có 2 loại cơ quan chưa có trong danh bạ');
    expect(await kinds()).toEqual(before);
    const apply = (addKinds: string[]) =>
      clerk.post(`/api/directory-changes/${id}/application`).send({ seal: seen.seal, addKinds });
    const refused = await apply(['truong-hoc']).expect(409);
    expect(refused.body).toMatchObject({ type: 'kind-not-added' });
    expect(refused.body.title).toContain('“Bệnh viện”');
    expect(await kinds()).toEqual(before);
    await apply(['truong-hoc', 'benh-vien']).expect(204);
    expect((await kinds()).slice(-2)).toMatchObject([
      { code: 'truong-hoc', agencies: 2 },
      { code: 'benh-vien', agencies: 1 },
    ]);
    const [{ details }] = await office.database.query(
      'SELECT details FROM journal_entries WHERE subject_id = $1',
      [id],
    );
    expect(details).toMatchObject({ new: 3, addedKinds: ['Trường học', 'Bệnh viện'] });
  });

  it('is confirmed on the page by ticking them', async () => {
    await office.database.query(`DELETE FROM agencies WHERE kind IN ('truong-hoc', 'benh-vien')`);
    await clerk.delete('/api/agency-kinds/benh-vien').expect(204);
    const path = `/directory/changes/${await propose()}`;
    const { text } = await clerk.get(path).expect(200);
    const seal = /name="seal" value="(\w+)"/.exec(text)![1]!;
    const send = (body: object) => clerk.post(`${path}/application`).type('form').send(body);
    expect((await send({ seal }).expect(409)).text).toContain('đánh dấu để thêm');
    await send({ seal, addKinds: 'benh-vien' }).expect(303);
  });

  it('what was issued keeps the name its kind had that day', async () => {
    const id = await seedId(office);
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    const names = async () => {
      const { body } = await clerk.get(`/api/dispatches/${id}/progress`).expect(200);
      return body.kinds.map(({ name }: { name: string }) => name);
    };
    const before = await names();
    expect(before).toContain('Đài truyền thanh cấp xã');
    await office.database.query(`UPDATE dispatches SET issued_on = '2024-06-01' WHERE id = $1`, [
      id,
    ]);
    await clerk
      .put('/api/agency-kinds/station')
      .send({ name: 'Trạm truyền thanh', nameFrom: '2025-07-01' })
      .expect(200);
    expect(await names()).toEqual(before);
    const { text } = await clerk.get(`/api/dispatches/${id}/recipients.csv`).expect(200);
    expect(text).toContain('Đài truyền thanh cấp xã');
    expect(text).not.toContain('Trạm truyền thanh');
    expect((await clerk.get('/directory')).text).toContain('Trạm truyền thanh');
  });
});
