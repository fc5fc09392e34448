import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { formBody } from '../../../support/form.ts';
import { anOffice } from '../../../support/people.ts';
import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';

interface Kind {
  code: string;
  name: string;
  validTo: string | null;
  agencies: number;
  formerNames: { name: string; validTo: string }[];
  nextName: string | null;
}

describe('kinds of agencies', () => {
  let office: TestOffice;
  let clerk: Browser;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    clerk = await office.as('vanthu');
  });
  afterAll(() => office?.close());

  const all = async (): Promise<Kind[]> => (await clerk.get('/api/agency-kinds').expect(200)).body;
  const kind = async (code: string) => (await all()).find((one) => one.code === code);
  const add = (body: object) => clerk.post('/api/agency-kinds').send(body);
  const change = (code: string, body: object) => clerk.put(`/api/agency-kinds/${code}`).send(body);
  const importCsv = (csv: string) =>
    clerk.post('/api/agencies/import').set('Content-Type', 'text/csv').send(csv);
  const entries = async (verb: string) =>
    (
      await office.database.query(
        'SELECT details FROM journal_entries WHERE verb = $1 ORDER BY at',
        [verb],
      )
    ).map(({ details }: { details: object }) => details);

  it('are what the office began with, and it adds its own where it wants them', async () => {
    expect((await all()).map(({ code }) => code)).toEqual([
      ...['party', 'organisation', 'department', 'central', 'district', 'culture'],
      ...['commune', 'station', 'person'],
    ]);
    const { body } = await add({ name: 'Đảng ủy cấp xã', validFrom: '2025-07-01', after: 'party' });
    expect(body).toEqual({ code: 'dang-uy-cap-xa' });
    expect((await all()).slice(0, 3).map(({ code }) => code)).toEqual([
      ...['party', 'dang-uy-cap-xa', 'organisation'],
    ]);
    await importCsv('mã;tên;loại;từ ngày\nDU.1;Đảng ủy xã Một;đảng uỷ cấp xã;2025-07-01').expect(
      201,
    );
    expect(await kind('dang-uy-cap-xa')).toMatchObject({ agencies: 1 });
    const form = await clerk.get('/directory/groups/new').expect(200);
    expect(form.text).toContain('Đảng ủy cấp xã');
    expect(await entries('kind-added')).toMatchObject([{ code: 'dang-uy-cap-xa' }]);
  });

  it('come on a page, with what today’s law brought on offer', async () => {
    const form = await clerk.get('/directory/kinds/new').expect(200);
    expect(form.text).toContain('Trung tâm Phục vụ hành chính công');
    expect(form.text).not.toContain('<option value="Đảng ủy cấp xã"');
    const made = { name: 'Trường học', code: '', validFrom: '', validTo: '', after: 'station' };
    await clerk.post('/directory/kinds').type('form').send(formBody(made)).expect(303);
    const page = await clerk.get('/directory/kinds').expect(200);
    expect(page.text).toContain('truong-hoc');
    expect((await all()).map(({ code }) => code).slice(-3)).toEqual([
      ...['station', 'truong-hoc', 'person'],
    ]);
    const again = await clerk.post('/directory/kinds').type('form').send(formBody(made));
    expect(again.status).toBe(422);
    expect(again.text).toContain('Đã có loại “Trường học”');
  });

  it.each([
    [{ name: 'TRƯỜNG HỌC' }, 'name', 'Đã có loại “Trường học”'],
    [{ name: 'Khác', code: 'commune' }, 'code', 'Đã có loại mang mã commune'],
    [{ name: 'Khác', validFrom: '2025-07-01', validTo: '2025-06-30' }, 'validTo', 'trước ngày'],
    [{ name: 'Khác', after: 'khong-co' }, 'after', 'Không có loại này'],
    [{ name: '' }, 'name', 'Không được để trống'],
  ])('refuse %j, and nothing is half done', async (body, path, words) => {
    const before = await all();
    const answer = await add(body).expect(422);
    expect(answer.body.errors[0]).toMatchObject({ path });
    expect(answer.body.errors[0].message).toContain(words);
    expect(await all()).toEqual(before);
  });

  it('that are in use cannot be removed, only ended, once their agencies have', async () => {
    const refused = await clerk.delete('/api/agency-kinds/dang-uy-cap-xa').expect(409);
    expect(refused.body.type).toBe('kind-in-use');
    expect(refused.body.title).toContain('đang dùng cho 1 cơ quan');
    const grouped = await clerk.delete('/api/agency-kinds/commune').expect(409);
    expect(grouped.body.title).toMatch(/\d+ cơ quan và 2 nhóm/);
    const ended = { name: 'Đảng ủy cấp xã', validFrom: '2025-07-01', validTo: '2026-06-30' };
    const early = await change('dang-uy-cap-xa', ended).expect(422);
    expect(early.body.errors[0].message).toBe(
      '1 cơ quan loại này còn hiệu lực sau ngày 30/06/2026. Nhập ngày kết thúc hoặc loại khác cho các cơ quan ấy trước.',
    );
    const late = await change('dang-uy-cap-xa', { ...ended, validFrom: '2025-08-01', validTo: '' });
    expect(late.body.errors[0]).toMatchObject({ path: 'validFrom' });
    await importCsv('mã;đến ngày\nDU.1;2026-06-30').expect(201);
    await change('dang-uy-cap-xa', ended).expect(200);
    const form = await clerk.get('/directory/groups/new').expect(200);
    expect(form.text).not.toContain('Đảng ủy cấp xã');
    const row = 'mã;tên;loại;từ ngày\nDU.2;Đảng ủy xã Hai;Đảng ủy cấp xã;';
    const after = await importCsv(`${row}2026-07-01`).expect(422);
    expect(after.body.errors[0].message).toContain('chỉ có đến 30/06/2026');
    const before = await importCsv(`${row}2025-06-30`).expect(422);
    expect(before.body.errors[0].message).toContain('chỉ có từ 01/07/2025');
  });

  it('that were never used go', async () => {
    await add({ name: 'Hợp tác xã' }).expect(201);
    await clerk.post('/directory/kinds/hop-tac-xa/removal').expect(303);
    expect(await kind('hop-tac-xa')).toBeUndefined();
    expect(await entries('kind-removed')).toMatchObject([{ code: 'hop-tac-xa' }]);
  });

  it('are renamed from a day on; before it they are called as they were', async () => {
    const name = 'Trạm truyền thanh cấp xã';
    await change('station', { name, nameFrom: '2099-01-01' }).expect(200);
    expect(await kind('station')).toMatchObject({
      name: 'Đài truyền thanh cấp xã',
      nextName: name,
      formerNames: [],
    });
    await change('commune', { name: 'UBND cấp xã', nameFrom: '2025-07-01' }).expect(200);
    expect(await kind('commune')).toMatchObject({
      name: 'UBND cấp xã',
      nextName: null,
      formerNames: [{ name: 'Ủy ban nhân dân cấp xã', validTo: '2025-06-30' }],
    });
    const twice = await change('commune', { name: 'Xã', nameFrom: '2025-01-01' }).expect(422);
    expect(twice.body.errors[0].message).toContain('đã đổi tên từ ngày 01/07/2025');
    await importCsv('mã;tên;loại\nX.1;Xã Một;Ủy ban nhân dân cấp xã').expect(201);
    expect((await clerk.get('/directory?kind=commune')).text).toContain('UBND cấp xã');
  });

  it('are each office’s own', async () => {
    const id = await anOffice(office.database, 'SNV', 'Sở Nội vụ');
    await office.database.query(
      `INSERT INTO agency_kinds (office_id, code, name, position) VALUES ($1, 'commune', 'Xã', 0)`,
      [id],
    );
    expect((await kind('commune'))!.name).toBe('UBND cấp xã');
    const drafter = await office.as('chuyenvien');
    await drafter.get('/directory/kinds').expect(200);
    await drafter.post('/api/agency-kinds').send({ name: 'Khác' }).expect(403);
  });

  it('are at most a hundred', async () => {
    const missing = 100 - (await all()).length;
    await office.database.query(
      `INSERT INTO agency_kinds (office_id, code, name, position)
       SELECT office_id, 'thu-' || n, 'Loại thử ' || n, 100 + n
       FROM accounts, generate_series(1, $1) n WHERE username = 'vanthu'`,
      [missing],
    );
    const { body } = await add({ name: 'Một loại nữa' }).expect(422);
    expect(body.errors[0].message).toContain('nhiều nhất 100 loại');
  });
});
