import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeExcelFile from 'write-excel-file/node';
import { reformCsv } from '../../../src/dev/sample/thai-binh/reform.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { seedId } from '../../support/seed.ts';

const TYPE = ['Content-Type', 'text/csv'] as const;

describe('a change of the directory', () => {
  let office: TestOffice;
  let clerk: Browser;

  beforeAll(async () => {
    office = await testOffice();
    clerk = await office.as('vanthu');
  });
  afterAll(() => office?.close());

  const rows = (sql: string, values: unknown[] = []) => office.database.query(sql, values);
  const everything = () =>
    rows(`SELECT (SELECT json_agg(a ORDER BY code) FROM agencies a) AS agencies,
                 (SELECT json_agg(s) FROM agency_successions s) AS successions,
                 (SELECT json_agg(n) FROM agency_names n) AS names`);
  const propose = async (csv: string) =>
    (
      await clerk
        .post('/api/directory-changes')
        .set(...TYPE)
        .send(csv)
        .expect(201)
    ).body.id;
  const review = async (id: string) =>
    (await clerk.get(`/api/directory-changes/${id}`).expect(200)).body;
  const apply = (id: string, seal: string) =>
    clerk.post(`/api/directory-changes/${id}/application`).send({ seal });
  const make = async (csv: string) => {
    const id = await propose(csv);
    await apply(id, (await review(id)).seal).expect(204);
    return id;
  };
  const counts = ({ effects }: { effects: { effect: string }[] }) => {
    const found: Record<string, number> = {};
    for (const { effect } of effects) found[effect] = (found[effect] ?? 0) + 1;
    return found;
  };

  it('is read before it is made: new, changed, unchanged, ended; reading leaves no trace', async () => {
    const before = await everything();
    const id = await propose(
      [
        'code,name,kind,email,valid_to,successor_code',
        'TB.90,Trung tâm Mới,department,moi@thaibinh.example,,',
        'TB.01,,,vptu@thaibinh.example,,',
        'TB.02,Ban Tổ chức Tỉnh ủy Thái Bình,,,,',
        'TB.03,,,,2024-12-31,TB.90',
      ].join('\n'),
    );
    const seen = await review(id);
    expect(seen.effects.map(({ effect }: { effect: string }) => effect)).toEqual([
      ...['new', 'changed', 'unchanged', 'ended'],
    ]);
    expect(seen.effects[1].changes).toEqual([
      { field: 'email', from: 'tb-01@thaibinh.example', to: 'vptu@thaibinh.example' },
    ]);
    expect(await everything()).toEqual(before);
    await apply(id, seen.seal).expect(204);
    await apply(id, seen.seal).expect(204);
    const journal = await rows(`SELECT details FROM journal_entries WHERE subject_id = $1`, [id]);
    expect(journal.map(({ details }: { details: object }) => details)).toMatchObject([
      { new: 1, changed: 1, ended: 1, unchanged: 1 },
    ]);
    const page = await clerk.get(`/directory/changes/${id}`).expect(200);
    expect(page.text).toContain('Nguyễn Thị Hạnh xác nhận');
  });

  it('sets whom to ring, too, and takes a number away again', async () => {
    const numbers = async (rowsOfFile: string) => {
      const id = await propose(`Mã;Điện thoại\n${rowsOfFile}`);
      const { seal, effects } = await review(id);
      await apply(id, seal).expect(204);
      return effects[0].changes;
    };
    const [field, told] = ['telephone', '0227 383 1234'];
    expect(await numbers(`TB.02;${told}`)).toEqual([{ field, from: null, to: told }]);
    expect(await numbers('TB.02;')).toEqual([]);
    expect(await numbers('TB.02;-')).toEqual([{ field, from: told, to: null }]);
    const wrong = await clerk
      .post('/api/directory-changes')
      .set('Content-Type', 'text/csv')
      .send('code,telephone\nTB.02,gọi sau');
    expect(wrong.status).toBe(422);
    expect(JSON.stringify(wrong.body)).toContain('Số điện thoại chỉ gồm chữ số');
  });

  it('is made only as it was read', async () => {
    const [first, second] = [
      await propose('code,email\nTB.10,a@thaibinh.example'),
      await propose('code,email\nTB.10,b@thaibinh.example'),
    ];
    const seen = await Promise.all([review(first), review(second)]);
    const answers = await Promise.all([apply(first, seen[0].seal), apply(second, seen[1].seal)]);
    expect(answers.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1);
    expect(answers.map(({ status }) => status)).toContain(409);
  });

  it('comes from an Excel file as well, under the names clerks give to columns', async () => {
    const sheet = [
      ['Mã', 'Tên', 'Loại', 'Từ ngày'],
      ['X.7', 'Trạm Mới', 'Sở, ban, ngành tỉnh', new Date('2024-05-01')],
    ].map((cells) =>
      cells.map((value) =>
        value instanceof Date
          ? { value, type: Date, format: 'dd/mm/yyyy' }
          : { value, type: String },
      ),
    );
    const file = await writeExcelFile(sheet as never).toBuffer();
    const answer = await clerk
      .post('/directory/import')
      .field('title', 'Thêm trạm')
      .attach('file', file, 'danh-ba.xlsx')
      .expect(303);
    const page = await clerk.get(answer.headers.location!).expect(200);
    expect(page.text).toContain('Chưa có gì được ghi vào danh bạ');
    expect(page.text).toContain('Thêm trạm');
    expect(page.text).toContain('từ ngày: 2024-05-01');
    const seal = /name="seal" value="(\w+)"/.exec(page.text)![1]!;
    const path = `${answer.headers.location}/application`;
    await clerk.post(path).type('form').send({ seal }).expect(303);
    expect(await rows(`SELECT name FROM agencies WHERE code = 'X.7'`)).toHaveLength(1);
    const broken = Buffer.from('PK\x03\x04 and nothing more', 'latin1');
    const refused = await clerk.post('/directory/import').attach('file', broken, 'x.xlsx');
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Không đọc được tệp Excel');
  });

  it('is written by hand as well', async () => {
    const written = (rows: string) =>
      clerk.post('/directory/import').field({ title: 'Chia Sở Y tế', rows });
    const answer = await written(
      [
        'mã;tên;loại;từ ngày;đến ngày;mã kế thừa',
        'Y.1;Sở Một;department;2026-01-01;;',
        'Y.2;Sở Hai;department;2026-01-01;;',
        'TB.27;;;;2025-12-31;Y.1|Y.2',
      ].join('\n'),
    ).expect(303);
    const page = await clerk.get(answer.headers.location!).expect(200);
    expect(page.text).toContain('kế thừa: Y.1|Y.2');
    const wrong = await written('mã;đến ngày;mã kế thừa\nTB.27;2025-12-31;Y.9').expect(422);
    expect(wrong.text).toContain('Dòng 2, cột successor_code: Không có cơ quan mã Y.9');
  });

  it('lets an agency keep its old name until the day before the new one', async () => {
    await make('code,name,name_from\nTB.12,Đoàn Thanh niên tỉnh,2099-01-01');
    const [{ name, valid_to: until }] = await rows(
      `SELECT former.name, former.valid_to::text FROM agency_names former
       JOIN agencies ON agencies.id = agency_id WHERE code = 'TB.12'`,
    );
    expect({ name, until }).toEqual({ name: 'Tỉnh đoàn Thái Bình', until: '2098-12-31' });
    const id = await seedId(office);
    const { body } = await clerk.get(`/api/dispatches/${id}/preflight`).expect(200);
    expect(JSON.stringify(body)).not.toContain('Đoàn Thanh niên tỉnh');
  });

  it('carries out the reform of 1 July 2025 as one', async () => {
    const path = join(packageRoot, 'src/dev/sample/thai-binh/reform-2025.csv');
    const csv = readFileSync(path, 'utf8');
    expect(csv).toBe(reformCsv());
    const id = await propose(csv);
    const seen = await review(id);
    expect(counts(seen)).toEqual({ new: 176, ended: 581, changed: 1 });
    expect(seen.days).toEqual({ before: '2025-06-30', after: '2025-07-01' });
    const kind = (name: string) => seen.kinds.find((one: { name: string }) => one.name === name);
    expect(kind('Ủy ban nhân dân cấp xã')).toMatchObject({ before: 260, after: 65 });
    expect(kind('Đài truyền thanh cấp xã')).toMatchObject({ before: 260, after: 65 });
    expect(kind('Ủy ban nhân dân cấp huyện')).toMatchObject({ before: 8, after: 0 });
    expect(seen.touched.drafts.length).toBeGreaterThan(3);
    const page = await clerk.get(`/directory/changes/${id}`).expect(200);
    expect(page.text).toContain('Văn bản bị ảnh hưởng');
    await apply(id, seen.seal).expect(204);
    const living = `valid_from <= $1 AND coalesce(valid_to, 'infinity') >= $1`;
    const communes = async (day: string) =>
      (await rows(`SELECT id FROM agencies WHERE kind = 'commune' AND ${living}`, [day])).length;
    expect(await communes('2025-06-30')).toBe(260);
    expect(await communes('2025-07-01')).toBe(65);
    expect(counts(await review(await propose(csv)))).toEqual({ unchanged: 758 });
    const journal = await rows(`SELECT verb FROM journal_entries WHERE subject_id = $1`, [id]);
    expect(journal).toEqual([{ verb: 'directory-changed' }]);
  });

  it('is the business of clerks', async () => {
    const drafter = await office.as('chuyenvien');
    await drafter.get('/directory/changes').expect(403);
    await drafter
      .post('/api/directory-changes')
      .set(...TYPE)
      .send('x')
      .expect(403);
  });
});
