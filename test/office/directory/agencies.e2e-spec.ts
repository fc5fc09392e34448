import { formBody } from '../../support/form.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { seedId, signed } from '../../support/seed.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import type { Browser } from '../../support/office.ts';

describe('agencies over time', () => {
  let office: SendingOffice;
  let clerk: Browser;
  let dispatch: string;

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(80) });
    clerk = await office.as('vanthu');
    dispatch = await seedId(office);
    await signed(office, dispatch);
    await clerk.post(`/api/dispatches/${dispatch}/issuance`).expect(201);
    await clerk
      .post('/api/agencies/import')
      .set('Content-Type', 'text/csv')
      .send(
        [
          'code,name,kind,valid_from,valid_to,successor_code,name_from',
          'N.1,Xã Mới Một,commune,2025-07-01,,,',
          'N.2,Xã Mới Hai,commune,2025-07-01,,,',
          'UBND.12433,,,,2025-06-30,N.1,',
          'UBND.12436,,,,2025-06-30,N.1|N.2,',
          'TB.12,Đoàn tỉnh,,,,,2025-03-01',
        ].join('\n'),
      )
      .expect(201);
  });
  afterAll(() => office?.close());

  const idOf = async (code: string): Promise<string> =>
    (await office.database.query('SELECT id FROM agencies WHERE code = $1', [code]))[0].id;
  const membersOn = async (id: string, asOf: string) => {
    const { body } = await clerk.get(`/api/groups/${id}`).query({ asOf }).expect(200);
    return body.members.map(({ code }: { code: string }) => code);
  };

  it('chooses a group by hand; who carries on takes the place of what ended', async () => {
    const codes = ['UBND.12433', 'UBND.12436', 'TB.12'];
    const { body } = await clerk
      .post('/api/groups')
      .send({ name: 'Các nơi thí điểm', kinds: [], codes })
      .expect(201);
    expect(await membersOn(body.id, '2025-06-30')).toEqual(['TB.12', 'UBND.12433', 'UBND.12436']);
    expect(await membersOn(body.id, '2025-07-01')).toEqual(['TB.12', 'N.1', 'N.2']);
    const { body: reach } = await clerk
      .post('/api/documents/recipients')
      .send({ addressees: [{ text: 'Các nơi thí điểm' }], copies: [] });
    expect(reach.recipients).toBe(3);
  });

  it('shows a group by kinds on any day, with the days on which it becomes another', async () => {
    const name = 'Ủy ban nhân dân các xã, phường, thị trấn';
    const { body } = await clerk.get('/api/groups').expect(200);
    const { id } = body.find((group: { name: string }) => group.name === name);
    const before = (await membersOn(id, '2025-06-30')).length;
    expect((await membersOn(id, '2025-07-01')).length).toBe(before);
    const page = await clerk.get(`/directory/groups/${id}?asOf=2025-06-30`).expect(200);
    expect(page.text).toContain('Ngày 30/06/2025');
    expect(page.text).toContain('href="?asOf=2025-07-01"');
    expect(page.text).toContain('phường Bồ Xuyên');
    const after = await clerk.get(`/directory/groups/${id}?asOf=2025-07-01`).expect(200);
    expect(after.text).toContain('Xã Mới Hai');
    expect(after.text).not.toContain('phường Bồ Xuyên');
  });

  it('gives a large group page by page, with how many it has on the days it becomes another', async () => {
    const rows = Array.from(
      { length: 130 },
      (_, at) => `L.${String(at).padStart(3, '0')},Trường ${at},school,2025-05-01`,
    );
    const list = ['code,name,kind,valid_from', ...rows].join('\n');
    await clerk
      .post('/directory/kinds')
      .type('form')
      .send(formBody({ code: 'school', name: 'Trường học' }))
      .expect(303);
    await clerk.post('/api/agencies/import').set('Content-Type', 'text/csv').send(list).expect(201);
    const { body } = await clerk
      .post('/api/groups')
      .send({ name: 'Các trường và Bồ Xuyên', kinds: ['school'], codes: ['UBND.12433', 'L.001'] })
      .expect(201);
    const onDay = async (asOf: string, page: number) =>
      (await clerk.get(`/api/groups/${body.id}`).query({ asOf, page }).expect(200)).body;
    const [first, second, third] = [
      await onDay('2025-06-30', 1),
      await onDay('2025-06-30', 2),
      await onDay('2025-06-30', 3),
    ];
    expect([first.members.length, second.members.length, third.members.length]).toEqual([
      100, 31, 0,
    ]);
    expect([first.total, second.total, third.total]).toEqual([131, 131, 131]);
    for (const beyond of [100_001, 999_999, 2 ** 40, 1e20]) {
      expect({ beyond, ...(await onDay('2025-06-30', beyond)) }).toMatchObject({
        beyond,
        members: [],
        total: 131,
      });
    }
    for (const none of [0, -1, 1.5]) {
      expect((await onDay('2025-06-30', none)).members).toEqual(first.members);
    }
    const further = await clerk.get(`/directory/groups/${body.id}?asOf=2025-06-30&page=999999`);
    expect(further.text).toMatch(/page=2[^>]*rel="prev"/);
    const codes = [...first.members, ...second.members].map(({ code }: { code: string }) => code);
    expect(new Set(codes).size).toBe(131);
    expect(codes).toContain('UBND.12433');
    expect((await onDay('2025-07-01', 2)).total).toBe(131); // N.1 carries on for one of them
    const turns = first.turns.map(({ day, members }: { day: string; members: number }) => [
      day,
      members,
    ]);
    expect(turns.slice(-2)).toEqual([
      ['2025-05-01', 131],
      ['2025-07-01', 131],
    ]);
    const page = await clerk.get(`/directory/groups/${body.id}?asOf=2025-06-30&page=2`).expect(200);
    expect(page.text).toContain('Trường 129');
    expect(page.text).not.toContain('Trường 12<');
  });

  it('calls an agency on each day as it was called', async () => {
    const { body } = await clerk
      .post('/api/groups')
      .send({ name: 'Đoàn', kinds: [], codes: ['TB.12'] });
    const nameOn = async (asOf: string) =>
      (await clerk.get(`/api/groups/${body.id}`).query({ asOf })).body.members[0].name;
    expect(await nameOn('2025-02-28')).toBe('Tỉnh đoàn Thái Bình');
    expect(await nameOn('2025-03-01')).toBe('Đoàn tỉnh');
  });

  it('makes and changes groups on a page that says what is wrong', async () => {
    const group = { name: 'Ven biển', codes: 'TB.12\nKHONG.CO' };
    const wrong = await clerk.post('/directory/groups').type('form').send(formBody(group));
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Danh bạ không có mã: KHONG.CO');
    const none = await clerk.post('/directory/groups').type('form').send({ name: 'Trống' });
    expect(none.text).toContain('Chọn ít nhất một loại');
    const made = await clerk
      .post('/directory/groups')
      .type('form')
      .send(formBody({ ...group, codes: 'TB.12' }))
      .expect(303);
    const path = made.headers.location!;
    expect((await clerk.get(`${path}/edit`).expect(200)).text).toContain('TB.12');
    await clerk.post(path).type('form').send('name=Ven+bi%E1%BB%83n&kinds=station').expect(303);
    expect((await clerk.get(path).expect(200)).text).toContain('Mọi cơ quan thuộc loại: Đài');
    const again = await clerk.post('/directory/groups').type('form').send(formBody(group));
    expect(again.status).toBe(422);
    expect(again.text).toContain('Đã có nhóm tên này');
    await (await office.as('chuyenvien')).post(path).type('form').send(group).expect(403);
  });

  it('offers kinds that ended only while an agency of them is left, and keeps what was chosen', async () => {
    const offered = async (path: string) => {
      const { text } = await clerk.get(path).expect(200);
      return [...text.matchAll(/value="(district|culture|commune)"/g)].map(([, kind]) => kind);
    };
    const forms = ['/directory', '/directory/groups/new'];
    const all = ['district', 'culture', 'commune'];
    for (const form of forms) expect(await offered(form)).toEqual(all);
    const chosen = { name: 'Các phòng', kinds: 'culture' };
    const made = await clerk.post('/directory/groups').type('form').send(chosen).expect(303);
    await office.database.query(
      `UPDATE agencies SET valid_to = '2025-06-30' WHERE kind IN ('district', 'culture')`,
    );
    for (const form of forms) expect(await offered(form)).toEqual(['commune']);
    expect(await offered(`${made.headers.location}/edit`)).toEqual(['culture', 'commune']);
    expect(await offered('/directory?kind=district')).toEqual(['district', 'commune']);
    expect((await clerk.get('/directory?kind=district')).text).toContain('Ủy ban nhân dân huyện');
  });

  it('imports a kind that ended for the days on which it was, and for no later one', async () => {
    const row = (from: string, kind = 'district') =>
      clerk
        .post('/api/agencies/import')
        .set('Content-Type', 'text/csv')
        .send(`code,name,kind,valid_from,valid_to\nH.${from},Huyện Cũ,${kind},${from},\n`);
    await row('2025-06-30').expect(201);
    const { body } = await row('2025-07-01').expect(422);
    expect(body.errors[0].path).toBe('lines.2.kind');
    expect(body.errors[0].message).toContain('chỉ có đến 30/06/2025');
    const unknown = async (day: string) =>
      (await row(day, 'huyen').expect(422)).body.errors[0].message as string;
    expect(await unknown('2025-01-01')).toContain('district');
    expect(await unknown('2026-01-01')).not.toContain('district');
  });

  it('shows where an agency came from, where it went, and what it was sent', async () => {
    const old = await clerk.get(`/directory/agencies/${await idOf('UBND.12436')}`).expect(200);
    expect(old.text).toContain('Đã kết thúc: ngày cuối cùng là 30/06/2025');
    expect(old.text).toContain('Xã Mới Một (N.1)');
    expect(old.text).toContain('Xã Mới Hai (N.2)');
    const fresh = await clerk.get(`/directory/agencies/${await idOf('N.1')}`).expect(200);
    expect(fresh.text).toContain('phường Bồ Xuyên (UBND.12436)');
    const renamed = await clerk.get(`/directory/agencies/${await idOf('TB.12')}`).expect(200);
    expect(renamed.text).toContain('Đến 28/02/2025 tên là Tỉnh đoàn Thái Bình');
    expect(renamed.text).toContain('Văn bản đã gửi tới: 1');
    expect(renamed.text).toContain(`/dispatches/${dispatch}`);
  });
});
