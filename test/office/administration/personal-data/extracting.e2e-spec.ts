import type { Browser } from '../../../support/office.ts';
import { AskedOffice, BASIS, BINH, counts } from './asked-office.ts';

describe('one person asks what is kept of them', () => {
  let asked: AskedOffice;
  let administrator: Browser;
  let dispatch: string;

  beforeAll(async () => {
    asked = await AskedOffice.open();
    ({ administrator } = asked);
    dispatch = await asked.acknowledged();
  });
  afterAll(() => asked?.office.close());

  it('finds a name in acknowledgements and journal, says what would stay, and tells no content yet', async () => {
    const found = await asked.search({ name: 'lê thị bình' });
    expect(counts(found)).toEqual({ acknowledgements: [0, 1], 'journal-people': [1, 0] });
    expect(JSON.stringify(found)).not.toContain('Bình');
    expect(counts(await asked.search({ ...BINH, post: 'Chủ tịch' }))).toEqual({});
    expect(counts(await asked.search({ name: 'Không Có Ai' }))).toEqual({});
    const { body } = await administrator
      .post('/api/personal-data/searches')
      .send({ post: 'Văn thư' })
      .expect(422);
    expect(body.errors[0].message).toContain('Ghi họ tên, tên đăng nhập');
  });

  it('gives an extract as JSON and to read; the journal has who asked and why, not what it says', async () => {
    const json = await administrator
      .post('/api/personal-data/extracts')
      .send({ ...BINH, basis: BASIS })
      .buffer(true)
      .expect(200);
    expect(json.headers['content-disposition']).toContain('du-lieu-ca-nhan.json');
    const extract = JSON.parse(json.text);
    expect(extract).toMatchObject({ canCu: BASIS });
    expect(extract.duLieu.map(({ loai }: { loai: string }) => loai)).toEqual([
      'Nhật ký: họ tên, chức vụ đã khai, địa chỉ mạng',
      'Xác nhận tiếp nhận: họ tên, chức vụ',
    ]);
    expect(extract.duLieu[0].dong).toEqual([
      expect.objectContaining({ Việc: 'Xác nhận tiếp nhận', 'Họ và tên': BINH.name }),
    ]);
    expect(extract.duLieu[1].dong).toEqual([
      expect.objectContaining({ 'Họ và tên': BINH.name, 'Chức vụ': BINH.post }),
    ]);
    const page = await administrator
      .post('/personal-data/extract')
      .type('form')
      .send({ ...BINH, basis: BASIS, format: 'html' })
      .expect(200);
    expect(page.text).toMatch(/^<!doctype html><html lang="vi">[^]*Lê Thị Bình[^]*<\/html>$/);
    const details = await asked.last('personal-data-extracted');
    expect(details).toMatchObject({
      format: 'html',
      reason: BASIS,
      rows: { acknowledgements: 1, 'journal-people': 1 },
    });
    expect(JSON.stringify(details)).not.toContain('Bình');
    const nobody = await administrator
      .post('/api/personal-data/extracts')
      .send({ name: 'Không Có Ai', basis: BASIS })
      .expect(409);
    expect(nobody.body.type).toBe('nothing-held');
  });

  it('shows an administrator in an extract nothing of a dispatch kept to few, nor which it is', async () => {
    const email = 'mat@nhan.example';
    await asked.rows(
      'UPDATE deliveries SET address = $1 WHERE id = (SELECT id FROM deliveries LIMIT 1)',
      [email],
    );
    const [{ reference }] = (await asked.rows<{ reference: string }>(
      `SELECT concat_ws('/', number, symbol) AS reference FROM dispatches WHERE id = $1`,
      [dispatch],
    )) as [{ reference: string }];
    const extract = async () =>
      (
        await administrator
          .post('/api/personal-data/extracts')
          .send({ ...BINH, email, basis: BASIS })
          .buffer(true)
          .expect(200)
      ).text;
    expect(await extract()).toContain(reference);
    await asked.rows(`UPDATE dispatches SET reading = 'restricted' WHERE id = $1`, [dispatch]);
    try {
      const text = await extract();
      expect(text).not.toContain(reference);
      const hidden = { 'Văn bản': 'một văn bản hạn chế đọc', 'Nơi nhận': null };
      const [, acknowledged, sent] = JSON.parse(text).duLieu;
      expect(acknowledged.dong).toEqual([
        expect.objectContaining({ 'Họ và tên': BINH.name, ...hidden }),
      ]);
      expect(sent.dong).toEqual([expect.objectContaining({ 'Gửi tới': email, ...hidden })]);
    } finally {
      await asked.rows(`UPDATE dispatches SET reading = 'office' WHERE id = $1`, [dispatch]);
    }
  });
});
