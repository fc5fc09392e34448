import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';

describe('the directory', () => {
  let office: TestOffice;
  let clerk: Browser;

  beforeAll(async () => {
    office = await testOffice();
    clerk = await office.as('vanthu');
  });
  afterAll(() => office?.close());

  const count = async (where: string) =>
    (await office.database.query(`SELECT count(*)::int AS n FROM agencies WHERE ${where}`))[0].n;
  const importCsv = (csv: string) =>
    clerk.post('/api/agencies/import').set('Content-Type', 'text/csv').send(csv);

  it('holds the province of 2024', async () => {
    expect(await count(`kind = 'district'`)).toBe(8);
    expect(await count(`kind = 'culture'`)).toBe(8);
    expect(await count(`kind = 'commune'`)).toBe(260);
    expect(await count(`kind = 'station'`)).toBe(260);
    expect(await count(`kind = 'person'`)).toBeGreaterThan(2);
    expect(await count(`kind = 'station' AND parent_id IS NULL`)).toBe(0);
  });

  it('can be searched and read page by page', async () => {
    const { body } = await clerk.get('/api/agencies').query({ kind: 'commune', q: 'bồ xuyên' });
    expect(body.total).toBe(1);
    expect(body.items[0]).toMatchObject({
      code: 'UBND.12436',
      name: 'Ủy ban nhân dân phường Bồ Xuyên',
    });
    const second = await clerk.get('/directory?kind=station&page=2').expect(200);
    for (const [page, items] of [
      [7, 0],
      [999_999, 0],
      [0, 50],
      [-1, 50],
    ]) {
      const { body } = await clerk.get(`/api/agencies?kind=station&page=${page}`).expect(200);
      expect([page, body.items.length]).toEqual([page, items]);
    }
    expect(second.text).toContain('Trang 2/6');
  });

  it('imports new agencies and updates known ones by their code', async () => {
    const { body } = await importCsv(
      [
        'code,name,kind,parent_code,email',
        'TB.90,Sở Mới,department,,so-moi@thaibinh.example',
        'TB.91,Trung tâm Mới,Sở ban ngành tỉnh,TB.90,',
        'UBND.336,UBND TP Thái Bình,district,,tp@thaibinh.example',
      ].join('\n'),
    ).expect(201);
    expect(body).toEqual({ created: 2, updated: 1, notes: [] });
    expect(await count(`name = 'UBND TP Thái Bình' AND valid_from = '2024-01-01'`)).toBe(1);
    expect(await count(`code = 'TB.91' AND parent_id IS NOT NULL AND email IS NULL`)).toBe(1);
  });

  it('leaves what a file does not mention as it is', async () => {
    await importCsv('code;name;kind\nUBND.336;UBND thành phố;district').expect(201);
    expect(await count(`name = 'UBND thành phố' AND email = 'tp@thaibinh.example'`)).toBe(1);
  });

  it('imports nothing when one row is wrong, and says which', async () => {
    const before = await count('true');
    const { body } = await importCsv(
      [
        'code,name,kind,parent_code,email,valid_from,valid_to',
        'X.1,Cơ quan đúng,department,,dung@x.example,2024-01-01,',
        'X.2,,department,,khong-phai-thu,01/02/2024,',
        'X.1,Trùng mã,department,,,,',
      ].join('\n'),
    ).expect(422);
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'lines.3.email',
      'lines.3.valid_from',
      'lines.4.code',
    ]);
    expect(body.errors[2].message).toBe('Mã X.1 đã có ở dòng 2. Bỏ một trong hai dòng.');
    expect(await count('true')).toBe(before);
  });

  it.each([
    ['code,name,kind\nX.1,Tên,không-có', 'lines.2.kind'],
    ['code,name,kind,parent_code\nX.1,Tên,central,X.9', 'lines.2.parent_code'],
    ['code,name,kind,successor_code\nX.1,Tên,central,X.1', 'lines.2.successor_code'],
    ['code,name,kind,valid_from,valid_to\nX.1,T,central,2025-01-01,2024-01-01', 'lines.2.valid_to'],
    ['name,kind\nTên,central', 'lines.1'],
    ['code,name\nX.1,Tên', 'lines.2.kind'],
    ['code,name,kind\nX.1,,central', 'lines.2.name'],
    ['code,name,kind,successor_code\nX.1,Tên,central,UBND.336', 'lines.2.valid_to'],
    ['code,name,kind\nX.1,Tên', 'lines.2'],
    ['code,name,kind\nX.1,"Tên,central', 'lines.2'],
    ['', 'lines.1'],
  ])('refuses %j at %s', async (csv, path) => {
    const { body } = await importCsv(csv).expect(422);
    expect(body.errors[0].path).toBe(path);
    expect(await count(`code LIKE 'X.%'`)).toBe(0);
  });

  it('shows the faults of a file on the page', async () => {
    const file = Buffer.from('code,name,kind\nX.1,,commune');
    const answer = await clerk.post('/directory/import').attach('file', file, 'danh-ba.csv');
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Chưa nhập dòng nào');
    expect(answer.text).toContain('Dòng 2, cột name: Không được để trống');
  });

  it('is changed by clerks only', async () => {
    const drafter = await office.as('chuyenvien');
    await drafter
      .post('/api/agencies/import')
      .set('Content-Type', 'text/csv')
      .send('x')
      .expect(403);
    const page = await drafter.get('/directory').expect(200);
    expect(page.text).not.toContain('Nhập từ tệp');
  });
});
