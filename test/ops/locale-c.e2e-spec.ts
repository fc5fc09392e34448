import { randomBytes } from 'node:crypto';
import { scaledDirectory } from '../../src/dev/sample/sample-directory.ts';
import { migrate } from '../../src/database/migrate.ts';
import { dropDatabase, onServer, siblingUrl } from '../support/server.ts';
import { testOffice, type TestOffice } from '../support/office.ts';
import { aDraft, draftedBy, signed } from '../support/seed.ts';

describe('on a database of the locale C, which knows no capitals but those of ASCII', () => {
  const server = process.env['TEST_POSTGRES_URL']!;
  const name = `locale_c_${randomBytes(6).toString('hex')}`;
  let office: TestOffice;
  let id: string;

  beforeAll(async () => {
    await onServer(server, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'`);
    const url = siblingUrl(server, name);
    await migrate(url);
    office = await testOffice({ directory: scaledDirectory(80), env: { DATABASE_URL: url } });
    const draft = { abstract: 'Đánh giá mức độ ứng dụng CÔNG NGHỆ THÔNG TIN' };
    id = await draftedBy(await office.as('chuyenvien'), await aDraft(office, draft));
    await signed(office, id);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
  });
  afterAll(async () => {
    await office?.close();
    await dropDatabase(server, name);
  });

  it('is really there', async () => {
    const [row] = await office.database.query(`SELECT 'SỞ Y TẾ' ILIKE 'sở y tế' AS found`);
    expect(row.found).toBe(false);
  });

  it.each(['SỞ Y TẾ', 'sở y tế', 'Sở Y tế'])('recipients are found by %s', async (q) => {
    const leader = await office.as('lanhdao');
    const { body } = await leader.get(`/api/dispatches/${id}/recipients`).query({ q }).expect(200);
    const names = body.items.map((each: { name: string }) => each.name);
    expect(names).toEqual(['Sở Y tế tỉnh Thái Bình']);
  });

  it.each(['ĐÁNH GIÁ MỨC ĐỘ', 'đánh giá mức độ', 'công nghệ thông tin'])(
    'dispatches are found by %s',
    async (q) => {
      const leader = await office.as('lanhdao');
      const { body } = await leader.get('/api/dispatches').query({ q }).expect(200);
      expect(body.items.map((each: { id: string }) => each.id)).toContain(id);
    },
  );
});
