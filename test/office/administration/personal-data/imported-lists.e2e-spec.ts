import type { Browser, TestOffice } from '../../../support/office.ts';
import { AskedOffice, BASIS, counts } from './asked-office.ts';

describe('an address or a number in lists that were imported', () => {
  let asked: AskedOffice;
  let office: TestOffice;
  let administrator: Browser;

  beforeAll(async () => {
    asked = await AskedOffice.open();
    ({ office, administrator } = asked);
  });
  afterAll(() => asked?.office.close());

  it('takes an address out of lists that were imported, and leaves the rest of them', async () => {
    const clerk = await office.as('vanthu');
    const { body } = await clerk
      .post('/api/directory-changes')
      .set('Content-Type', 'text/csv')
      .send('code,email\nTB.01,ong.nam@thaibinh.example\nTB.02,khac@thaibinh.example')
      .expect(201);
    const whose = { email: 'ong.nam@thaibinh.example' };
    expect(counts(await asked.search(whose))).toEqual({ 'imported-lists': [0, 1] });
    const { body: seen } = await clerk.get(`/api/directory-changes/${body.id}`).expect(200);
    const applied = await clerk
      .post(`/api/directory-changes/${body.id}/application`)
      .send({ seal: seen.seal });
    expect(applied.status).toBeLessThan(300);
    const found = await asked.search(whose);
    expect(counts(found)).toEqual({ contacts: [1, 0], 'imported-lists': [1, 0] });
    await asked.erase({ ...whose, seal: found.seal }).expect(200);
    const [change] = await asked.rows<{ all: string }>(
      'SELECT concat(rows, effects, notes) AS all FROM directory_changes WHERE id = $1',
      [body.id],
    );
    expect(change!.all).not.toContain('ong.nam@');
    expect(change!.all).toContain('khac@thaibinh.example');
    await clerk.get(`/directory/changes/${body.id}`).expect(200);
    expect(counts(await asked.search(whose))).toEqual({});
  });

  /** A list is imported and applied; its id. */
  const imported = async (csv: string): Promise<string> => {
    const clerk = await office.as('vanthu');
    const { body } = await clerk
      .post('/api/directory-changes')
      .set('Content-Type', 'text/csv')
      .send(csv)
      .expect(201);
    const { body: seen } = await clerk.get(`/api/directory-changes/${body.id}`).expect(200);
    await clerk
      .post(`/api/directory-changes/${body.id}/application`)
      .send({ seal: seen.seal })
      .expect(204);
    return body.id;
  };
  interface Line {
    line: number;
    row: Record<string, string>;
  }
  const change = async (id: string) =>
    (
      await asked.rows<{ rows: Line[]; effects: object[]; notes: string[] }>(
        'SELECT rows, effects, notes FROM directory_changes WHERE id = $1',
        [id],
      )
    )[0]!;

  it('finds, tells and erases an address and a number however they were typed', async () => {
    const id = await imported(
      'code,email,telephone\nTB.03,mot@xx.example,0911 222 333\nTB.04,hai@xx.example,0227 383 1234 / 0911.222.333\nTB.06,ba@xx.example,+84 911 222 333',
    );
    const all = { contacts: [3, 0], 'imported-lists': [1, 0] };
    for (const telephone of ['0911222333', '0911 222 333', '+84 911 222 333', '(0911) 222.333']) {
      expect(counts(await asked.search({ telephone }))).toEqual(all);
    }
    const { text } = await administrator
      .post('/api/personal-data/extracts')
      .send({ telephone: '0911222333', basis: BASIS })
      .buffer(true)
      .expect(200);
    expect(JSON.parse(text).duLieu[1].dong).toEqual([
      expect.objectContaining({
        'Địa chỉ, số điện thoại': expect.stringContaining('0911 222 333'),
      }),
    ]);
    const { seal } = await asked.search({ telephone: '0911222333' });
    await asked.erase({ telephone: '0911222333', seal }).expect(200);
    expect((await change(id)).rows.map(({ row }) => row.telephone)).toEqual([
      '(đã xóa)',
      '0227 383 1234',
      '(đã xóa)',
    ]);
    expect(
      await asked.rows(
        `SELECT telephone FROM agencies WHERE code IN ('TB.03', 'TB.04', 'TB.06') ORDER BY code`,
      ),
    ).toEqual([{ telephone: null }, { telephone: '0227 383 1234' }, { telephone: null }]);
    const upper = { email: 'MOT@xx.example' };
    const found = await asked.search(upper);
    expect(counts(found)).toEqual({ contacts: [1, 0], 'imported-lists': [1, 0] });
    await asked.erase({ ...upper, seal: found.seal }).expect(200);
    const left = JSON.stringify(await change(id));
    expect(left).not.toMatch(/mot@|911/i);
    expect(left).toContain('hai@xx.example');
    for (const whom of [upper, { email: 'mot@xx.example' }, { telephone: '+84911222333' }]) {
      expect(counts(await asked.search(whom))).toEqual({});
    }
  });

  it('takes an address out of the note of a column that nobody read', async () => {
    const id = await imported('code,email,Ong.Ba@xx.example,Ghi chú\nTB.05,bon@xx.example,x,y');
    expect((await change(id)).notes.join()).toContain('Ong.Ba@xx.example');
    const whose = { email: 'ong.ba@xx.example' };
    await asked.erase({ ...whose, seal: (await asked.search(whose)).seal }).expect(200);
    const { notes } = await change(id);
    expect(notes).toEqual(['(đã xóa)', expect.stringContaining('Ghi chú')]);
  });

  it('takes only numbers for a telephone, and leaves codes that look like one alone', async () => {
    for (const telephone of ['name', 'code', '...', '12', 'x'.repeat(60)]) {
      const { body } = await administrator
        .post('/api/personal-data/searches')
        .send({ telephone })
        .expect(422);
      expect(body.errors).toEqual([
        { path: 'telephone', message: expect.stringMatching(/chữ số|Dài quá/) },
      ]);
    }
    const form = await administrator
      .post('/personal-data/search')
      .type('form')
      .send({ telephone: 'name' })
      .expect(422);
    expect(form.text).toContain('Số điện thoại chỉ gồm chữ số');
    const id = await imported(
      'code,name,kind,telephone,valid_from\n0227111222,Xã 0227111222,commune,0227111222,2026-01-01',
    );
    const { seal } = await asked.search({ telephone: '0227111222' });
    await asked.erase({ telephone: '0227111222', seal }).expect(200);
    const { rows: lines, effects } = await change(id);
    expect(lines).toEqual([
      {
        line: 2,
        row: expect.objectContaining({
          code: '0227111222',
          name: 'Xã 0227111222',
          kind: 'commune',
          telephone: '(đã xóa)',
        }),
      },
    ]);
    expect(effects).toEqual([
      {
        ...{ line: 2, code: '0227111222', name: 'Xã 0227111222', effect: 'new' },
        changes: expect.arrayContaining([
          { field: 'name', from: null, to: 'Xã 0227111222' },
          { field: 'telephone', from: null, to: '(đã xóa)' },
        ]),
      },
    ]);
    const clerk = await office.as('vanthu');
    await clerk.get(`/directory/changes/${id}`).expect(200);
  });
});
