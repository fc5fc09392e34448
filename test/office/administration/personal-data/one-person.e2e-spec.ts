import { verifyJournal } from '../../../../src/office/journal/verify-journal.ts';
import { linkToken } from '../../../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { describeWith } from '../../../engines/page/outside-tool.ts';
import { checkedEvidence, unpackedEvidence } from '../../../support/evidence-bundle.ts';
import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';
import { aStranger } from '../../../support/people.ts';
import { aDraft, draftedBy, signed } from '../../../support/seed.ts';

const BINH = { name: 'Lê Thị Bình', post: 'Văn thư xã' };
const BASIS = 'Đơn ngày 01/12/2026';

interface Found {
  found: { name: string; erasable: number; staying: number }[];
  inUse: boolean;
  seal: string;
}

describeWith(['unzip'], 'one person asks what is kept of them', () => {
  let office: TestOffice;
  let administrator: Browser;
  let leader: Browser;
  let dispatch: string;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    [administrator, leader] = await Promise.all([office.as('quantri'), office.as('lanhdao')]);
    const [drafter, clerk] = await Promise.all([office.as('chuyenvien'), office.as('vanthu')]);
    dispatch = await draftedBy(drafter, await aDraft(office));
    await signed(office, dispatch);
    await clerk
      .post(`/api/dispatches/${dispatch}/issuance`)
      .send({ withoutAddress: true })
      .expect(201);
    const [recipient] = await rows<{ id: string }>('SELECT id FROM recipients ORDER BY code');
    const token = linkToken(office.config.keys, recipient!.id);
    await office.anyone.post(`/api/acknowledgements/${token}`).send(BINH).expect(200);
  });
  afterAll(() => office?.close());

  const rows = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    office.database.query<T[]>(sql, values);
  const search = async (whom: object, by = administrator): Promise<Found> =>
    (await by.post('/api/personal-data/searches').send(whom).expect(200)).body;
  const counts = ({ found }: Found) =>
    Object.fromEntries(found.map(({ name, erasable, staying }) => [name, [erasable, staying]]));
  const erase = (fields: object) =>
    administrator.post('/api/personal-data/erasures').send({ basis: BASIS, ...fields });
  const last = async (verb: string) =>
    (
      await rows<{ details: Record<string, unknown> }>(
        'SELECT details FROM journal_entries WHERE verb = $1 ORDER BY id DESC LIMIT 1',
        [verb],
      )
    )[0]!.details;
  const whole = async () => {
    const [report] = await office.database.transaction('REPEATABLE READ', (manager) =>
      verifyJournal(manager),
    );
    return report!;
  };

  it('finds a name in acknowledgements and journal, says what would stay, and tells no content yet', async () => {
    const found = await search({ name: 'lê thị bình' });
    expect(counts(found)).toEqual({ acknowledgements: [0, 1], 'journal-people': [1, 0] });
    expect(JSON.stringify(found)).not.toContain('Bình');
    expect(counts(await search({ ...BINH, post: 'Chủ tịch' }))).toEqual({});
    expect(counts(await search({ name: 'Không Có Ai' }))).toEqual({});
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
    const details = await last('personal-data-extracted');
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
    await rows(
      'UPDATE deliveries SET address = $1 WHERE id = (SELECT id FROM deliveries LIMIT 1)',
      [email],
    );
    const [{ reference }] = (await rows<{ reference: string }>(
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
    await rows(`UPDATE dispatches SET reading = 'restricted' WHERE id = $1`, [dispatch]);
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
      await rows(`UPDATE dispatches SET reading = 'office' WHERE id = $1`, [dispatch]);
    }
  });

  it('erases what need not stay: the chain, the receipt and the evidence hold', async () => {
    const before = await whole();
    const found = await search(BINH);
    await leader.get(`/dispatches/${dispatch}/journal`).expect(200);
    const { body } = await erase({ ...BINH, seal: found.seal }).expect(200);
    expect(body.erased).toEqual([{ name: 'journal-people', rows: 1 }]);
    const after = await whole();
    expect(after.broken).toBeUndefined();
    expect(after.compared!.faults).toEqual([]);
    expect(after.erased).toBe(before.erased + 1);
    expect(await rows('SELECT name FROM acknowledgements')).toEqual([{ name: BINH.name }]);
    const details = await last('personal-data-erased');
    expect(details).toMatchObject({ rows: { 'journal-people': 1 }, reason: BASIS });
    expect(JSON.stringify(details)).not.toContain('Bình');
    const folder = await unpackedEvidence(leader, dispatch);
    expect(checkedEvidence(folder)).not.toMatch(/HỎNG|không khớp|SAI/);
    const again = await erase({ ...BINH, seal: (await search(BINH)).seal }).expect(409);
    expect(again.body.type).toBe('nothing-to-erase');
  });

  it('erases nothing where something came since it was looked at', async () => {
    const { seal } = await search({ email: 'vp@xa.example' });
    await rows(`UPDATE agencies SET email = 'vp@xa.example', telephone = '0227 383.1234'
                WHERE id = (SELECT id FROM agencies ORDER BY code LIMIT 1)`);
    const stale = await erase({ email: 'vp@xa.example', seal }).expect(409);
    expect(stale.body.type).toBe('held-meanwhile');
    const found = await search({ email: 'VP@xa.example', telephone: '(0227) 3831234' });
    expect(counts(found)).toEqual({ contacts: [1, 0] });
    await erase({
      telephone: '0227 3831234',
      seal: (await search({ telephone: '02273831234' })).seal,
    }).expect(200);
    expect(await rows(`SELECT email, telephone FROM agencies ORDER BY code LIMIT 1`)).toEqual([
      { email: 'vp@xa.example', telephone: null },
    ]);
  });

  it('takes an address out of lists that were imported, and leaves the rest of them', async () => {
    const clerk = await office.as('vanthu');
    const { body } = await clerk
      .post('/api/directory-changes')
      .set('Content-Type', 'text/csv')
      .send('code,email\nTB.01,ong.nam@thaibinh.example\nTB.02,khac@thaibinh.example')
      .expect(201);
    const asked = { email: 'ong.nam@thaibinh.example' };
    expect(counts(await search(asked))).toEqual({ 'imported-lists': [0, 1] });
    const { body: seen } = await clerk.get(`/api/directory-changes/${body.id}`).expect(200);
    const applied = await clerk
      .post(`/api/directory-changes/${body.id}/application`)
      .send({ seal: seen.seal });
    expect(applied.status).toBeLessThan(300);
    const found = await search(asked);
    expect(counts(found)).toEqual({ contacts: [1, 0], 'imported-lists': [1, 0] });
    await erase({ ...asked, seal: found.seal }).expect(200);
    const [change] = await rows<{ all: string }>(
      'SELECT concat(rows, effects, notes) AS all FROM directory_changes WHERE id = $1',
      [body.id],
    );
    expect(change!.all).not.toContain('ong.nam@');
    expect(change!.all).toContain('khac@thaibinh.example');
    await clerk.get(`/directory/changes/${body.id}`).expect(200);
    expect(counts(await search(asked))).toEqual({});
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
      await rows<{ rows: Line[]; effects: object[]; notes: string[] }>(
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
      expect(counts(await search({ telephone }))).toEqual(all);
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
    const { seal } = await search({ telephone: '0911222333' });
    await erase({ telephone: '0911222333', seal }).expect(200);
    expect((await change(id)).rows.map(({ row }) => row.telephone)).toEqual([
      '(đã xóa)',
      '0227 383 1234',
      '(đã xóa)',
    ]);
    expect(
      await rows(
        `SELECT telephone FROM agencies WHERE code IN ('TB.03', 'TB.04', 'TB.06') ORDER BY code`,
      ),
    ).toEqual([{ telephone: null }, { telephone: '0227 383 1234' }, { telephone: null }]);
    const upper = { email: 'MOT@xx.example' };
    const found = await search(upper);
    expect(counts(found)).toEqual({ contacts: [1, 0], 'imported-lists': [1, 0] });
    await erase({ ...upper, seal: found.seal }).expect(200);
    const left = JSON.stringify(await change(id));
    expect(left).not.toMatch(/mot@|911/i);
    expect(left).toContain('hai@xx.example');
    for (const whom of [upper, { email: 'mot@xx.example' }, { telephone: '+84911222333' }]) {
      expect(counts(await search(whom))).toEqual({});
    }
  });

  it('takes an address out of the note of a column that nobody read', async () => {
    const id = await imported('code,email,Ong.Ba@xx.example,Ghi chú\nTB.05,bon@xx.example,x,y');
    expect((await change(id)).notes.join()).toContain('Ong.Ba@xx.example');
    const asked = { email: 'ong.ba@xx.example' };
    await erase({ ...asked, seal: (await search(asked)).seal }).expect(200);
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
    const { seal } = await search({ telephone: '0227111222' });
    await erase({ telephone: '0227111222', seal }).expect(200);
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

  it('erases nobody who is still here, and of a leaver all but what they signed for', async () => {
    const { body: opened } = await administrator
      .post('/api/people')
      .send({
        username: 'sap.di',
        fullName: 'Vũ Thị Đi',
        post: 'Chuyên viên',
        roles: ['leader'],
        email: 'vu.di@so.example',
        way: 'invitation',
      })
      .expect(201);
    const id = opened.person.id as string;
    const here = await search({ username: 'sap.di' });
    expect(here.inUse).toBe(true);
    const refused = await erase({ username: 'sap.di', seal: here.seal }).expect(409);
    expect(refused.body.type).toBe('person-here');
    const { body: left } = await administrator.get(`/api/people/${id}/leaving`).expect(200);
    await administrator
      .post(`/api/people/${id}/leaving`)
      .send({ seal: left.seal, reason: 'Chuyển công tác' })
      .expect(200);
    const gone = await search({ username: 'sap.di' });
    expect(counts(gone)).toMatchObject({ names: [1, 0], 'sign-ins': [1, 0], invitations: [1, 0] });
    await erase({ username: 'sap.di', seal: gone.seal }).expect(200);
    expect(
      await rows('SELECT username, full_name, post, email FROM accounts WHERE id = $1', [id]),
    ).toEqual([
      {
        username: `da-xoa-${id.slice(0, 13)}`,
        full_name: 'Người đã xóa thông tin',
        post: 'Không còn lưu',
        email: null,
      },
    ]);
    expect(await rows(`SELECT address FROM invitations WHERE account_id = $1`, [id])).toEqual([
      { address: '' },
    ]);
    const emptied = await search({ username: `da-xoa-${id.slice(0, 13)}` });
    expect(counts(emptied)).toEqual({ 'journal-entries': [0, expect.any(Number)] });
    const again = await erase({ username: `da-xoa-${id.slice(0, 13)}`, seal: emptied.seal });
    expect(again.body.type).toBe('nothing-to-erase');
    const signer = await search({ name: 'Vũ Xuân Thành' });
    expect(counts(signer)).toMatchObject({ names: [0, 1] });
    expect((await whole()).broken).toBeUndefined();
  });

  it('knows nobody of another office', async () => {
    await aStranger(office, 'nguoi-la');
    await rows(`UPDATE accounts SET roles = '{administrator}' WHERE username = 'nguoi-la'`);
    const stranger = await office.as('nguoi-la');
    expect(counts(await search(BINH, stranger))).toEqual({});
    await stranger.post('/api/personal-data/searches').send({ username: 'vanthu' }).expect(422);
  });

  it('works as pages without scripts: found, extracted, erased', async () => {
    const [recipient] = await rows<{ id: string }>(
      'SELECT id FROM recipients ORDER BY code OFFSET 1 LIMIT 1',
    );
    const token = linkToken(office.config.keys, recipient!.id);
    const who = { name: 'Hà Văn Trang', post: 'Cán bộ' };
    await office.anyone.post(`/api/acknowledgements/${token}`).send(who).expect(200);
    const inventory = await administrator.get('/personal-data').expect(200);
    expect(inventory.text).toContain('Nhật ký: họ tên, chức vụ đã khai, địa chỉ mạng');
    const post = (path: string, fields: object) =>
      administrator.post(`/personal-data/${path}`).type('form').send(fields);
    await post('search', {}).expect(422);
    const found = await post('search', who).expect(200);
    expect(found.text).toContain('Xóa 1 dòng');
    const seal = /name="seal" value="(\w{64})"/.exec(found.text)![1];
    const again = await post('erasure', { ...who, seal, basis: '' }).expect(422);
    expect(again.text).toContain('Không được để trống.');
    const done = await post('erasure', { ...who, seal, basis: BASIS }).expect(200);
    expect(done.text).toContain('Nhật ký: họ tên, chức vụ đã khai, địa chỉ mạng: 1 dòng');
    const twice = await post('erasure', { ...who, seal, basis: BASIS });
    expect(twice.status).toBe(409);
    expect(twice.text).toContain('đã khác lúc xem');
  });
});
