import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { anOffice } from '../../support/people.ts';
import { aDraft, seedId } from '../../support/seed.ts';

/** None of them is the seed; many have some of its words, some have all, in another order. */
const ABSTRACTS = [
  'kiện toàn đội ngũ cán bộ bưu chính',
  'cảnh báo trang mạng mạo danh ngân hàng',
  'lập danh sách cán bộ, công chức tham gia tập huấn',
  'bồi dưỡng nghiệp vụ văn thư, lưu trữ',
  'cán bộ phát hiện trang mạng mạo danh',
];
const BODY = `Danh sách cán bộ phụ trách gửi về Sở trước ngày 15. ${'Nội dung công việc. '.repeat(60)}`;

const idOf = ({ id }: { id: string }) => id;

describe('search over 5,000 dispatches', () => {
  let office: TestOffice;
  let drafter: Browser;
  let seed: string;
  beforeAll(async () => {
    office = await testOffice();
    drafter = await office.as('chuyenvien');
    seed = await seedId(office);
    await anOffice(office.database);
    await office.database.query(
      `INSERT INTO dispatches
         (office_id, state, symbol, abstract, body, urgency, drafted_by, drafted_at, revision)
       SELECT office_id, 'draft', 'STTTT-VP', ($2::text[])[1 + n % 5] || ' đợt ' || n, $3, 'normal',
              drafted_by, drafted_at + n * interval '1 minute', 0
       FROM dispatches, generate_series(1, 5000) AS n WHERE id = $1`,
      [seed, ABSTRACTS, BODY],
    );
    await office.database.query(
      `INSERT INTO dispatches
         (office_id, state, symbol, abstract, body, urgency, drafted_by, drafted_at, revision)
       SELECT (SELECT id FROM offices WHERE code = 'SNV'), 'draft', symbol, abstract, body,
              urgency, drafted_by, drafted_at, revision FROM dispatches WHERE id = $1`,
      [seed],
    );
  });
  afterAll(() => office?.close());

  const search = async (q: string, more: object = {}) =>
    (
      await drafter
        .get('/api/dispatches')
        .query({ q, ...more })
        .expect(200)
    ).body;

  it.each(['mao danh can bo', 'Mạo danh cán bộ', 'MẠO DANH CÁN B', 'can bo mao danh so thong tin'])(
    'finds the seed by "%s", ranked first',
    async (q) => {
      const { items, total } = await search(q);
      expect(items[0].id).toBe(seed);
      expect(total).toBeLessThan(5000);
    },
  );

  it('has the same on the page, in the state that was chosen', async () => {
    const { text } = await drafter.get('/dispatches').query({ q: 'mao danh can bo' }).expect(200);
    expect(/href="\/dispatches\/([0-9a-f-]{36})"/.exec(text)![1]).toBe(seed);
    const issued = { q: 'mao danh can bo', state: 'issued' };
    const { text: none } = await drafter.get('/dispatches').query(issued).expect(200);
    expect(none).toContain('Thử bớt từ');
  });

  it('looks into symbol and body, and for all of the words', async () => {
    expect((await search('dot 4321')).items[0].abstract).toContain('đợt 4321');
    expect((await search('STTTT-VP tap huan 15')).total).toBe(1000);
    expect((await search('mao danh bồi dưỡng')).total).toBe(0);
    expect((await search('&!|():*')).total).toBe(0);
  });

  it('looks into annexes, legal bases and whom it is addressed to, the abstract first', async () => {
    const drafted = async (more: Record<string, unknown>) => {
      const answer = await drafter.post('/api/dispatches').send(await aDraft(office, more));
      return answer.body.id as string;
    };
    const inAnnex = await drafted({
      annexes: [{ title: 'Biểu mẫu thống kê', body: 'Số quỹ đạo địa tĩnh của từng xã' }],
      legalBases: ['Căn cứ Luật Viễn thông năm 2023'],
    });
    expect((await search('quy dao dia tinh')).items.map(idOf)).toEqual([inAnnex]);
    expect((await search('luat vien thong')).items.map(idOf)).toEqual([inAnnex]);
    const inAbstract = await drafted({ abstract: 'quản lý quỹ đạo địa tĩnh' });
    expect((await search('quy dao dia tinh')).items.map(idOf)).toEqual([inAbstract, inAnnex]);
    const addressed = await drafted({ addressees: [{ text: 'Ủy ban nhân dân huyện Quỳnh Phụ' }] });
    expect((await search('huyen quynh phu')).items.map(idOf)).toEqual([addressed]);

    const { body } = await drafter.get(`/api/dispatches/${inAnnex}`).expect(200);
    const again = await aDraft(office, { revision: body.revision });
    await drafter.put(`/api/dispatches/${inAnnex}`).send(again).expect(200);
    expect((await search('quy dao dia tinh')).items.map(idOf)).toEqual([inAbstract]);
  });

  it('knows nothing of another office', async () => {
    const { items, total } = await search('mao danh can bo', { state: 'draft' });
    const ids = await office.database.query(
      `SELECT id FROM dispatches WHERE office_id = (SELECT id FROM offices WHERE code = 'SNV')`,
    );
    expect(ids).toHaveLength(1);
    expect(items.map(({ id }: { id: string }) => id)).not.toContain(ids[0].id);
    expect(total).toBe(2001); // the seed and both abstracts with "mạo danh": "cán bộ" may stand in the body
  });

  it('finds what was written a moment ago, by its new words', async () => {
    await office.database.query('UPDATE dispatches SET abstract = $2 WHERE id = $1', [
      ...[seed, 'phòng chống cháy rừng Ea H’leo'],
    ]);
    expect((await search('chay rung ea hleo')).total).toBe(0);
    expect((await search('chay rung ea h leo')).items[0].id).toBe(seed);
  });
});
