import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { agencyByIdentifier } from '../../../../src/office/directory/identifiers/identified.ts';
import { formBody } from '../../../support/form.ts';
import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';

describe('identifiers of agencies', () => {
  let office: TestOffice;
  let clerk: Browser;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    clerk = await office.as('vanthu');
  });
  afterAll(() => office?.close());

  const idOf = async (code: string): Promise<string> =>
    (await office.database.query('SELECT id FROM agencies WHERE code = $1', [code]))[0].id;
  const give = async (agency: string, body: object) =>
    clerk.post(`/api/agencies/${await idOf(agency)}/identifiers`).send(body);
  const list = async (agency: string) =>
    (await clerk.get(`/api/agencies/${await idOf(agency)}/identifiers`).expect(200)).body;
  const who = async (code: string, on: string) => {
    const { body } = await clerk.get('/api/identified-agency').query({ code, on });
    return body.agency?.code ?? body.type;
  };
  const propose = (csv: string) =>
    clerk.post('/api/directory-changes').set('Content-Type', 'text/csv').send(csv);

  it('change from a day on, and a code leads to whom it belonged on each day', async () => {
    const first = { scheme: 'organisation', code: 'h54.12', validFrom: '2024-01-01' };
    expect((await give('TB.12', first)).status).toBe(201);
    const next = { scheme: 'organisation', code: 'H31.12', validFrom: '2025-07-01' };
    expect((await give('TB.12', next)).status).toBe(201);
    expect(await list('TB.12')).toMatchObject([
      { code: 'H31.12', validFrom: '2025-07-01', validTo: null },
      { code: 'H54.12', validFrom: '2024-01-01', validTo: '2025-06-30' },
    ]);
    expect(await who('H54.12', '2025-06-30')).toBe('TB.12');
    expect(await who('h54.12', '2025-07-01')).toBe('identifier-not-known');
    expect(await who('H31.12', '2025-07-01')).toBe('TB.12');
    const again = { scheme: 'organisation', code: 'H54.12', validFrom: '2026-01-01' };
    expect((await give('TB.13', again)).status).toBe(201);
    expect(await who('H54.12', '2026-01-01')).toBe('TB.13');
    const page = await clerk.get(`/directory/agencies/${await idOf('TB.12')}`).expect(200);
    expect(page.text).toContain('<code>H31.12</code>');
  });

  it('of an agency that ended lead nowhere afterwards, and its successor may have them', async () => {
    const unit = { scheme: 'unit', code: '12433', validFrom: '2024-01-01' };
    expect((await give('UBND.12433', unit)).status).toBe(201);
    await clerk
      .post('/api/agencies/import')
      .set('Content-Type', 'text/csv')
      .send(
        [
          'code,name,kind,valid_from,valid_to,successor_code,unit_code',
          'N.1,Xã Mới,commune,2025-07-01,,,12433',
          'UBND.12433,,,,2025-06-30,N.1,',
        ].join('\n'),
      )
      .expect(201);
    const { manager } = office.database;
    const [{ office_id: id }] = await office.database.query('SELECT office_id FROM agencies');
    const on = async (day: string) => (await agencyByIdentifier(manager, id, '12433', day))?.agency;
    expect((await on('2025-06-30'))?.code).toBe('UBND.12433');
    expect((await on('2025-07-01'))?.code).toBe('N.1');
    expect(await on('2023-12-31')).toBeUndefined();
  });

  it.each([
    ['organisation', '000.00.12.H54', 'Mã định danh gồm một chữ và hai số'],
    ['former', 'H54.12', 'Mã định danh dạng cũ gồm 13 ký tự'],
    ['unit', '1234', 'Mã đơn vị hành chính gồm 2 chữ số'],
    ['unit', '343', 'chỉ có đến 30/06/2025'],
    ['other', '=1+1', 'Mã chỉ gồm chữ không dấu'],
  ])('of %s are not %s', async (scheme, code, words) => {
    const before = await list('TB.20');
    const answer = await give('TB.20', { scheme, code, validFrom: '2025-07-01' });
    expect(answer.status).toBe(422);
    expect(answer.body.errors[0]).toMatchObject({ path: 'code' });
    expect(answer.body.errors[0].message).toContain(words);
    expect(await list('TB.20')).toEqual(before);
  });

  it('belong to one agency at a time, and end after they begin', async () => {
    const taken = { scheme: 'organisation', code: 'H31.12', validFrom: '2025-09-01' };
    const twice = await give('TB.20', taken);
    expect(twice.body.errors[0]).toMatchObject({ path: 'code' });
    expect(twice.body.errors[0].message).toContain('Mã H31.12 đang là của');
    const late = { scheme: 'organisation', code: 'H31.99', validFrom: '2024-05-01' };
    const earlier = await give('TB.12', late);
    expect(earlier.body.errors[0].message).toContain('đã đổi từ ngày 01/07/2025');
    const reversed = { ...late, validFrom: '2025-01-01', validTo: '2024-12-31' };
    expect((await give('TB.20', reversed)).body.errors[0]).toMatchObject({ path: 'validTo' });
    expect(await list('TB.20')).toEqual([]);
    const former = { scheme: 'former', code: '000.00.20.H54', validFrom: '2024-01-01' };
    const { body } = await give('TB.20', former);
    const path = `/directory/agencies/${await idOf('TB.20')}/identifiers`;
    const end = (validTo: string) =>
      clerk.post(`${path}/${body.id}/end`).type('form').send(formBody({ validTo }));
    expect((await end('2023-12-31').expect(422)).text).toContain('Ngày cuối trước ngày bắt đầu');
    await end('2025-06-30').expect(303);
    expect(await list('TB.20')).toMatchObject([{ validTo: '2025-06-30' }]);
    await clerk.post(`${path}/${body.id}/removal`).expect(303);
    expect(await list('TB.20')).toEqual([]);
    const rows = await office.database.query(
      'SELECT verb FROM journal_entries WHERE subject_id = $1 ORDER BY at',
      [await idOf('TB.20')],
    );
    expect(rows.map(({ verb }: { verb: string }) => verb)).toEqual([
      ...['identifier-given', 'identifier-ended', 'identifier-removed'],
    ]);
  });

  it('and areas come with a list, read before they are written', async () => {
    const file = [
      'mã;mã định danh;mã định danh cũ;khu vực;khu vực từ ngày',
      'TB.30;H31.30;000.00.30.H31;Khối tỉnh;2025-07-01',
      'TB.31;H31.31;;Khối tỉnh;',
    ].join('\n');
    const { body: change } = await propose(file).expect(201);
    const { body: seen } = await clerk.get(`/api/directory-changes/${change.id}`).expect(200);
    expect(seen.newAreas).toEqual(['Khối tỉnh']);
    expect(seen.effects[0].changes).toEqual([
      { field: 'area', from: null, to: 'Khối tỉnh' },
      { field: 'identifier', from: null, to: 'H31.30' },
      { field: 'old_identifier', from: null, to: '000.00.30.H31' },
    ]);
    expect(await list('TB.30')).toEqual([]);
    const apply = (body: object) =>
      clerk.post(`/api/directory-changes/${change.id}/application`).send(body);
    const { seal } = seen;
    expect((await apply({ seal }).expect(409)).body.type).toBe('area-not-added');
    await apply({ seal, addAreas: ['Khối tỉnh'] }).expect(204);
    expect(await who('000.00.30.h31', '2026-01-01')).toBe('TB.30');
    const [area] = (await clerk.get('/api/areas').expect(200)).body;
    expect(area).toMatchObject({ name: 'Khối tỉnh', agencies: 2 });
    const { body: same } = await propose(file).expect(201);
    const { body: unchanged } = await clerk.get(`/api/directory-changes/${same.id}`).expect(200);
    expect(unchanged.effects.map(({ effect }: { effect: string }) => effect)).toEqual([
      ...['unchanged', 'unchanged'],
    ]);
  });

  it.each([
    ['TB.32;H31.30;', 'lines.2.identifier', 'Mã H31.30 đang là của'],
    ['TB.32;XYZ;', 'lines.2.identifier', 'Mã định danh gồm một chữ và hai số'],
    ['TB.32;H31.32;1999-01-01', 'lines.2.identifier_from', 'trước ngày bắt đầu của cơ quan'],
  ])('a list with %s is refused at %s', async (row, path, words) => {
    const { body } = await propose(`mã;mã định danh điện tử;mã từ ngày\n${row}`).expect(422);
    expect(body.errors[0]).toMatchObject({ path });
    expect(body.errors[0].message).toContain(words);
    expect(await list('TB.32')).toEqual([]);
  });
});
