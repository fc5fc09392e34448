import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { aDraft, draftedBy, seedId, signed } from '../../support/seed.ts';
import { atLeast } from '../../support/lane.ts';

describe('issuing', () => {
  let office: TestOffice;
  let drafter: Browser;
  let clerk: Browser;

  beforeAll(async () => {
    office = await testOffice();
    drafter = await office.as('chuyenvien');
    clerk = await office.as('vanthu');
  });
  afterAll(() => office?.close());

  const query = (sql: string, values: unknown[] = []) => office.database.query(sql, values);
  const aSigned = async (overrides = {}) => {
    const id = await draftedBy(drafter, await aDraft(office, overrides));
    await signed(office, id);
    return id;
  };
  const thisYear = Number(
    new Intl.DateTimeFormat('en', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric' }).format(),
  );

  it('numbers and dates the seed, freezes its recipients and keeps one official file', async () => {
    const id = await seedId(office);
    await signed(office, id);
    const { body } = await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format();
    expect(body).toMatchObject({ state: 'issued', number: 1, issuedOn: today });
    const [{ agencies }] = await query('SELECT count(*)::int AS agencies FROM agencies');
    const [facts] = await query(
      `SELECT recipient_count AS counted, length(file_sha256) AS hash,
              (SELECT count(*)::int FROM recipients) AS recipients,
              (SELECT count(*)::int FROM deliveries) AS deliveries
       FROM issuances`,
    );
    expect(facts).toEqual({
      counted: agencies,
      hash: 64,
      recipients: agencies,
      deliveries: agencies,
    });
    expect(agencies).toBeGreaterThan(550);
  });

  it('makes overlapping lines one recipient that remembers them all', async () => {
    const rows = await query(
      `SELECT name, lines FROM recipients WHERE code IN ('DTT.12433', 'GD')`,
    );
    expect(rows).toEqual(
      expect.arrayContaining([
        {
          name: 'Đài truyền thanh phường Lê Hồng Phong',
          lines: [
            'Kính gửi: Các cơ quan, đơn vị trên địa bàn tỉnh',
            'Đài truyền thanh truyền hình các xã phường thị trấn',
          ],
        },
        { name: 'Giám đốc Sở', lines: ['Lãnh đạo Sở'] },
      ]),
    );
    const targets = await query(
      `SELECT 1 FROM recipients WHERE 'Như trên' = ANY(lines) OR 'Lưu: VT, CNTT-VT' = ANY(lines)`,
    );
    expect(targets).toEqual([]);
  });

  it('is for the clerk, and for what is signed', async () => {
    const id = await draftedBy(drafter, await aDraft(office));
    await drafter.post(`/api/dispatches/${id}/issuance`).expect(403);
    const refused = await clerk.post(`/api/dispatches/${id}/issuance`).expect(409);
    expect(refused.body.title).toContain('Trình ký, chờ ký rồi phát hành.');
  });

  it('happens once for three clicks at the same time', async () => {
    const id = await aSigned();
    const issue = () => clerk.post(`/api/dispatches/${id}/issuance`);
    const answers = await Promise.all([issue(), issue(), issue()]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    const [facts] = await query(
      `SELECT count(DISTINCT id)::int AS recipients, count(DISTINCT agency_id)::int AS agencies,
              (SELECT count(*)::int FROM journal_entries WHERE subject_id = $1 AND verb = 'issued')
                AS issued
       FROM recipients WHERE dispatch_id = $1`,
      [id],
    );
    expect(facts.issued).toBe(1);
    expect(facts.recipients).toBe(facts.agencies);
  });

  const clerks = atLeast(20, 100);
  it(`gives ${clerks} clerks at once ${clerks} numbers without gap or double`, async () => {
    const copies = [{ text: 'Lãnh đạo Sở' }, { text: 'Lưu: VT' }];
    const addressees = [{ text: 'Sở Nội vụ tỉnh Thái Bình' }];
    const ids = await Promise.all(
      Array.from({ length: clerks }, () => aSigned({ copies, addressees })),
    );
    const [{ last }] = await query('SELECT last_number AS last FROM registers');
    const answers = await Promise.all(
      ids.map((id) => clerk.post(`/api/dispatches/${id}/issuance`).expect(201)),
    );
    const numbers = answers.map(({ body }) => body.number as number).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: clerks }, (_, index) => last + 1 + index));
    const unordered = await query(
      `SELECT 1 FROM issuances a JOIN dispatches d ON d.id = a.dispatch_id,
              issuances b JOIN dispatches e ON e.id = b.dispatch_id
       WHERE d.number < e.number AND a.issued_at > b.issued_at`,
    );
    expect(unordered).toEqual([]);
  }, 120_000);

  it('begins again with 01 in a new year', async () => {
    await query('UPDATE registers SET year = $1', [thisYear - 1]);
    await query('UPDATE register_entries SET year = $1', [thisYear - 1]);
    await query('UPDATE dispatches SET year = $1 WHERE year IS NOT NULL', [thisYear - 1]);
    const { body } = await clerk.post(`/api/dispatches/${await aSigned()}/issuance`).expect(201);
    expect(body.number).toBe(1);
  });

  it('says who cannot be reached before it sends to anybody', async () => {
    await query(`UPDATE agencies SET email = NULL WHERE code = 'TB.14'`);
    const id = await aSigned();
    const refused = await clerk.post(`/api/dispatches/${id}/issuance`).expect(409);
    expect(refused.body.type).toBe('recipients-without-address');
    expect(refused.body.title).toContain('Sở Nội vụ tỉnh Thái Bình');
    const page = await clerk.get(`/dispatches/${id}`).expect(200);
    expect(page.text).toContain('gửi bản giấy cho 1 nơi chưa có địa chỉ thư');
    const form = clerk.post(`/dispatches/${id}/issuance`).type('form');
    const done = await form.send({ withoutAddress: 'true' }).expect(303);
    expect(done.headers.location).toBe(`/dispatches/${id}/progress`);
    const { body } = await clerk.get(`/api/dispatches/${id}/progress`).expect(200);
    expect(body.total.unreachable).toBe(1);
    await query(`UPDATE agencies SET email = 'snv@thaibinh.example' WHERE code = 'TB.14'`);
  });

  it('refuses content that is not what was signed', async () => {
    const id = await aSigned();
    await query(`UPDATE dispatches SET body = 'Nội dung khác./.' WHERE id = $1`, [id]);
    const refused = await clerk.post(`/api/dispatches/${id}/issuance`).expect(409);
    expect(refused.body.type).toBe('changed-after-signature');
    const [row] = await query('SELECT state, number FROM dispatches WHERE id = $1', [id]);
    expect(row).toEqual({ state: 'signed', number: null });
  });

  it('uses no number when it fails', async () => {
    const [{ last }] = await query('SELECT last_number AS last FROM registers ORDER BY year DESC');
    const first = await aSigned();
    await query(`UPDATE mandates SET valid_to = '2024-12-31'`);
    await clerk.post(`/api/dispatches/${first}/issuance`).expect(409);
    expect(await query('SELECT last_number AS last FROM registers')).toContainEqual({ last });
    await query('UPDATE mandates SET valid_to = NULL');
    const { body } = await clerk.post(`/api/dispatches/${first}/issuance`).expect(201);
    expect(body.number).toBe(last + 1);
  });
});
