import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../../../src/platform/process/package-root.ts';
import { formBody } from '../../../support/form.ts';
import type { Browser } from '../../../support/office.ts';
import { seedId, signed } from '../../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../../support/sending-office.ts';

interface AreaToday {
  id: string;
  name: string;
  agencies: number;
}

describe('areas', () => {
  let office: SendingOffice;
  let clerk: Browser;
  let dispatch: string;

  beforeAll(async () => {
    office = await sendingOffice();
    clerk = await office.as('vanthu');
    dispatch = await seedId(office);
    await signed(office, dispatch);
    await clerk.post(`/api/dispatches/${dispatch}/issuance`).send({ withoutAddress: true });
    await office.database.query(`UPDATE dispatches SET issued_on = '2024-11-01' WHERE id = $1`, [
      dispatch,
    ]);
  });
  afterAll(() => office?.close());

  const all = async (): Promise<AreaToday[]> => (await clerk.get('/api/areas').expect(200)).body;
  const idOf = async (name: string) => (await all()).find((area) => area.name === name)!.id;
  const add = (name: string) => clerk.post('/api/areas').send({ name });
  const place = async (name: string, body: object) =>
    clerk.post(`/api/areas/${await idOf(name)}/agencies`).send(body);

  it('are offered from the districts that the directory knows', async () => {
    const page = await clerk.get('/directory/areas').expect(200);
    expect(page.text).toContain('Khu vực Vũ Thư');
    const districts = [...page.text.matchAll(/name="districts" value="([\w-]+)"/g)].map(
      ([, id]) => id!,
    );
    expect(districts).toHaveLength(8);
    await clerk
      .post('/directory/areas/from-districts')
      .type('form')
      .send(formBody({ districts, from: '2024-01-01' }))
      .expect(303);
    const drawn = await all();
    expect(drawn).toHaveLength(8);
    // Each district with its division, its communes and their stations.
    expect(drawn.reduce((sum, { agencies }) => sum + agencies, 0)).toBe(8 + 8 + 260 + 260);
    const again = await clerk
      .post('/directory/areas/from-districts')
      .type('form')
      .send(formBody({ districts, from: '2024-01-01' }));
    expect(again.status).toBe(422);
    expect(again.text).toContain('Đã có khu vực');
    expect(await all()).toEqual(drawn);
  });

  it('are a dimension of what was issued, with a list behind each', async () => {
    const { body } = await clerk.get(`/api/dispatches/${dispatch}/progress`).expect(200);
    expect(body.areas).toHaveLength(8);
    const [area] = body.areas;
    const list = await clerk.get(`/api/dispatches/${dispatch}/recipients?area=${area.id}`);
    expect(list.body.total).toBe(area.total);
    const page = await clerk.get(`/dispatches/${dispatch}/progress`).expect(200);
    expect(page.text).toContain('Theo khu vực');
    const { text } = await clerk.get(`/api/dispatches/${dispatch}/recipients.csv`).expect(200);
    expect(text).toContain(area.name);
  });

  it('are a dimension of the board, beside kinds', async () => {
    await office.database.query(
      `UPDATE recipients SET acknowledge_by = now() - interval '1 day' WHERE dispatch_id = $1`,
      [dispatch],
    );
    const { body } = await clerk.get('/api/punctuality').expect(200);
    expect(body.areas).toHaveLength(8);
    const sum = (parts: { owed: number; late: number }[]) =>
      parts.reduce((total, { owed }) => total + owed, 0);
    const inAreas = body.kinds.filter(({ kind }: { kind: string }) =>
      ['district', 'culture', 'commune', 'station'].includes(kind),
    );
    expect(sum(body.areas)).toBe(sum(inAreas));
    expect((await clerk.get('/board').expect(200)).text).toContain('Khu vực Vũ Thư');
  });

  it('take agencies in from a day on, with what lies under them; before it nothing changes', async () => {
    await add('Ven biển').expect(201);
    const move = { codes: ['UBND.12436'], from: '2024-12-01', withBelow: true };
    expect((await place('Ven biển', move)).status).toBe(204);
    const page = await clerk.get(`/directory/areas/${await idOf('Ven biển')}`).expect(200);
    expect(page.text).toContain('Đài truyền thanh phường Bồ Xuyên');
    const { body } = await clerk.get(`/api/dispatches/${dispatch}/progress`).expect(200);
    expect(body.areas).toHaveLength(8);
    const rows = await office.database.query(
      `SELECT areas.name, member.valid_from::text AS since, member.valid_to::text AS until
       FROM area_members member JOIN areas ON areas.id = area_id
       JOIN agencies ON agencies.id = agency_id WHERE code = 'UBND.12436' ORDER BY 2`,
    );
    expect(rows).toEqual([
      { name: 'Khu vực Thái Bình', since: '2024-01-01', until: '2024-11-30' },
      { name: 'Ven biển', since: '2024-12-01', until: null },
    ]);
  });

  it.each([
    ['codes', { codes: ['KHONG.CO'], from: '2025-01-01' }, 'Danh bạ không có mã: KHONG.CO'],
    ['codes', { codes: [], from: '2025-01-01' }, 'ít nhất một cơ quan'],
    ['from', { codes: ['UBND.12436'], from: '2024-06-01' }, 'đã chuyển khu vực từ ngày 01/12/2024'],
    ['from', { codes: ['UBND.12436'], from: '01/06/2024' }, 'Ghi ngày'],
  ])('refuse at %s what is wrong, and move nobody', async (path, body, words) => {
    const before = await all();
    const answer = await place('Ven biển', body);
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0]).toMatchObject({ path });
    expect(answer.body.errors[0].message).toContain(words);
    expect(await all()).toEqual(before);
  });

  it('let agencies go, have one name each, and are removed when nobody was ever in them', async () => {
    const id = await idOf('Ven biển');
    const out = { codes: ['UBND.12436'], from: '2025-02-01', withBelow: true };
    await clerk.post(`/api/areas/${id}/departures`).send(out).expect(204);
    expect((await all()).find((area) => area.id === id)!.agencies).toBe(0);
    const outside = await clerk.post(`/api/areas/${id}/departures`).send(out).expect(422);
    expect(outside.body.errors[0].message).toContain('không thuộc khu vực này');
    const twice = await add('VEN BIỂN').expect(422);
    expect(twice.body.errors[0].message).toBe('Đã có khu vực “Ven biển”. Đặt tên khác.');
    const refused = await clerk.delete(`/api/areas/${id}`).expect(409);
    expect(refused.body).toMatchObject({ type: 'area-in-use' });
    const { body } = await add('Nhầm').expect(201);
    await clerk.put(`/api/areas/${body.id}`).send({ name: 'Nhầm tên' }).expect(200);
    await clerk.post(`/directory/areas/${body.id}/removal`).expect(303);
    expect((await all()).map(({ name }) => name)).not.toContain('Nhầm tên');
    const verbs = await office.database.query(
      `SELECT verb FROM journal_entries WHERE subject_id = $1 ORDER BY at`,
      [body.id],
    );
    expect(verbs.map(({ verb }: { verb: string }) => verb)).toEqual([
      ...['area-added', 'area-renamed', 'area-removed'],
    ]);
  });

  it('end on a day: what was counted before stays, and nobody comes in until they are opened again', async () => {
    const id = await idOf('Khu vực Vũ Thư');
    const lay = (await all()).find((area) => area.id === id)!.agencies;
    const early = await clerk.put(`/api/areas/${id}/end`).send({ from: '2024-01-01' }).expect(422);
    expect(early.body.errors[0].message).toContain('vào khu vực này từ ngày 01/01/2024');
    await clerk.put(`/api/areas/${id}/end`).send({ from: '2025-03-01' }).expect(204);
    expect((await all()).find((area) => area.id === id)).toMatchObject({
      agencies: 0,
      validTo: '2025-02-28',
    });
    const members = await office.database.query(
      `SELECT count(*)::int AS lay FROM area_members WHERE area_id = $1 AND valid_to = '2025-02-28'`,
      [id],
    );
    expect(members).toEqual([{ lay }]);
    const { body } = await clerk.get(`/api/dispatches/${dispatch}/progress`).expect(200);
    expect(body.areas.map(({ name }: AreaToday) => name)).toContain('Khu vực Vũ Thư');

    const csv = 'code,area\nUBND.12436,Khu vực Vũ Thư';
    const refusals = [
      await place('Khu vực Vũ Thư', { codes: ['UBND.12436'], from: '2025-06-01' }),
      await clerk.put(`/api/areas/${id}/end`).send({ from: '2025-06-01' }),
      await clerk.post('/api/agencies/import').set('Content-Type', 'text/csv').send(csv),
      await add('khu vực vũ thư'),
    ];
    for (const answer of refusals) {
      expect(answer.status).toBe(422);
      expect(answer.body.errors[0].message).toMatch(/kết thúc.*Mở lại/);
    }
    const page = await clerk.get(`/directory/areas/${id}`).expect(200);
    expect(page.text).toContain('Kết thúc hết ngày 28/02/2025');
    expect(page.text).not.toContain('Đưa vào khu vực này');
    expect(page.text).toContain('phải đưa vào lại');
    await clerk.post(`/directory/areas/${id}/reopening`).expect(303);
    expect((await all()).find((area) => area.id === id)).toMatchObject({ agencies: 0 });
    await place('Khu vực Vũ Thư', { codes: ['UBND.12436'], from: '2025-06-01' });
    expect((await all()).find((area) => area.id === id)).toMatchObject({
      agencies: 1,
      validTo: null,
    });
    const form = clerk.post(`/directory/areas/${id}/end`).type('form');
    const wrong = await form.send({ from: '2025-06-01' }).expect(422);
    expect(wrong.text).toContain('Ghi ngày sau đó');
    const verbs = await office.database.query(
      `SELECT verb FROM journal_entries WHERE subject_id = $1 ORDER BY at`,
      [id],
    );
    expect(verbs.map(({ verb }: { verb: string }) => verb)).toEqual([
      ...['area-drawn', 'area-ended', 'area-reopened', 'area-filled'],
    ]);
  });

  it('opened again before their end has come keep whom they have; who moved on a later day still does', async () => {
    const id = await idOf('Khu vực Tiền Hải');
    const { body } = await clerk.get(`/api/areas/${id}`).expect(200);
    const { total, members } = body as { total: number; members: { code: string }[] };
    const [earlier, later] = members.map(({ code }) => code) as [string, string];
    const leaving = () =>
      office.database.query(
        `SELECT code, valid_to::text AS until FROM area_members member
         JOIN (SELECT id AS agency_id, code FROM agencies) agency USING (agency_id)
         WHERE area_id = $1 AND valid_to IS NOT NULL ORDER BY valid_to`,
        [id],
      );
    const out = { codes: [earlier], from: '2099-01-01' };
    await clerk.post(`/api/areas/${id}/departures`).send(out).expect(204);
    await clerk.put(`/api/areas/${id}/end`).send({ from: '2099-06-01' }).expect(204);
    expect(await leaving()).toHaveLength(total);
    const moved = await place('Ven biển', { codes: [later], from: '2099-09-01' });
    expect(moved.status).toBe(204);
    const page = await clerk.get(`/directory/areas/${id}`).expect(200);
    expect(page.text).toContain('các cơ quan sẽ ra cùng ngày ấy ở lại');
    await clerk.delete(`/api/areas/${id}/end`).expect(204);
    expect(await leaving()).toEqual([
      { code: earlier, until: '2098-12-31' },
      { code: later, until: '2099-08-31' },
    ]);
    const [{ details }] = await office.database.query(
      `SELECT details FROM journal_entries WHERE subject_id = $1 AND verb = 'area-reopened'`,
      [id],
    );
    expect(details).toMatchObject({
      name: 'Khu vực Tiền Hải',
      endedOn: '2099-05-31',
      agencies: total - 1,
    });
  });

  it('keep an agency that was to leave, when it is placed there from a day before', async () => {
    const id = await idOf('Khu vực Tiền Hải');
    const { body } = await clerk.get(`/api/areas/${id}`).expect(200);
    const { code, validTo } = body.members[0];
    expect(validTo).toBe('2098-12-31');
    expect((await place('Khu vực Tiền Hải', { codes: [code], from: '2025-06-01' })).status).toBe(
      204,
    );
    const after = await clerk.get(`/api/areas/${id}`).expect(200);
    expect(after.body.members[0]).toEqual({ ...body.members[0], validTo: null });
  });

  it('follow the reform: who carries on for the communes of a district stands in its area', async () => {
    const csv = readFileSync(join(packageRoot, 'src/dev/sample/thai-binh/reform-2025.csv'));
    await clerk
      .post('/api/agencies/import')
      .set('Content-Type', 'text/csv')
      .send(csv.toString())
      .expect(201);
    await office.database.query('DELETE FROM area_members');
    await office.database.query('DELETE FROM areas');
    const page = await clerk.get('/directory/areas').expect(200);
    const counts = [...page.text.matchAll(/(\d+) cơ quan hôm nay/g)].map(([, n]) => Number(n));
    expect(counts).toHaveLength(8);
    // 65 new communes and as many stations, each in one area.
    expect(counts.reduce((sum, n) => sum + n, 0)).toBe(130);
  });
});
