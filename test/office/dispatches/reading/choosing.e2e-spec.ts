import { formBody } from '../../../support/form.ts';
import { testOffice, type Browser, type TestOffice } from '../../../support/office.ts';
import { aStranger } from '../../../support/people.ts';
import { aDraft, draftedBy } from '../../../support/seed.ts';

interface Reader {
  fullName: string;
  because: string;
}

describe('who may read a dispatch', () => {
  let office: TestOffice;
  let drafter: Browser;
  let signer: Browser;
  let clerk: Browser;
  let leader: Browser;
  let other: Browser;
  const ids = new Map<string, string>();

  beforeAll(async () => {
    office = await testOffice();
    await office.database.query(
      `INSERT INTO units (office_id, symbol, name, valid_from)
       SELECT id, 'BCVT', 'Phòng Bưu chính, Viễn thông', '2024-01-01' FROM offices`,
    );
    await office.database.query(
      `UPDATE accounts SET unit_id = (SELECT id FROM units) WHERE username = 'chuyenvien'`,
    );
    await office.database.query(
      `INSERT INTO accounts (office_id, username, full_name, post, roles, password_hash, unit_id)
       SELECT office_id, new.username, new.full_name, 'Chuyên viên', roles, password_hash,
              CASE new.username WHEN 'cungphong' THEN unit_id END
       FROM accounts, (VALUES ('cungphong', 'Đặng Văn Cường'), ('phongkhac', 'Hoàng Thị Nga'))
                        AS new (username, full_name)
       WHERE accounts.username = 'chuyenvien'`,
    );
    await aStranger(office, 'khach');
    const names = ['chuyenvien', 'phogiamdoc', 'vanthu', 'lanhdao', 'phongkhac'];
    const people = await Promise.all(names.map((username) => office.as(username)));
    [drafter, signer, clerk, leader, other] = people as [
      Browser,
      Browser,
      Browser,
      Browser,
      Browser,
    ];
    for (const { id, username } of await office.database.query('SELECT * FROM accounts')) {
      ids.set(username, id);
    }
  });
  afterAll(() => office?.close());

  const idOf = (username: string) => ids.get(username)!;
  const drafted = async (more: object = {}, by = drafter) =>
    draftedBy(by, await aDraft(office, { ...more }));
  const readers = async (id: string, by = drafter): Promise<string[]> => {
    const { body } = await by.get(`/api/dispatches/${id}/reading`).expect(200);
    return body.readers.map(({ fullName, because }: Reader) => `${fullName}: ${because}`);
  };
  const set = (by: Browser, id: string, reading: string, ...names: string[]) =>
    by.put(`/api/dispatches/${id}/reading`).send({ reading, readers: names.map(idOf) });

  it('is the whole office as long as nobody says otherwise, and its page says so', async () => {
    const id = await drafted();
    const { text } = await leader.get(`/dispatches/${id}`).expect(200);
    expect(text).toContain('Ai được đọc: cả cơ quan.');
    const { body } = await leader.get(`/api/dispatches/${id}/reading`).expect(200);
    expect(body).toMatchObject({ reading: 'office', readers: [], mayChange: false });
  });

  it('is chosen in the form: drafter, unit, signatory, clerk and who is named', async () => {
    const draft = { ...(await aDraft(office)), reading: 'restricted' };
    const { headers } = await drafter
      .post('/dispatches')
      .type('form')
      .send(`${formBody(draft)}&readers=${idOf('lanhdao')}`)
      .expect(303);
    const id = headers['location']!.split('/').at(-1)!;
    expect(await readers(id)).toEqual([
      'Trần Thị Mai: drafter',
      'Đặng Văn Cường: unit',
      'Vũ Xuân Thành: signatory',
      'Phạm Văn Nghĩa: named',
      'Nguyễn Thị Hạnh: clerk',
    ]);
    await leader.get(`/dispatches/${id}`).expect(200);
    await other.get(`/dispatches/${id}`).expect(404);
    const { text } = await drafter.get(`/dispatches/${id}/edit`).expect(200);
    expect(text).toMatch(new RegExp(`value="${idOf('lanhdao')}" checked`));
    expect(text).toMatch(/value="restricted" checked/);
  });

  it('stays when its drafter moves to another unit, and follows who signs', async () => {
    const id = await drafted({ reading: 'restricted' });
    await office.database.query(`UPDATE accounts SET unit_id = NULL WHERE username = 'chuyenvien'`);
    expect(await readers(id)).toContain('Đặng Văn Cường: unit');
    await office.database.query(
      `UPDATE accounts SET unit_id = (SELECT id FROM units) WHERE username = 'chuyenvien'`,
    );
    const draft = await aDraft(office, { mandateId: undefined });
    await drafter.put(`/api/dispatches/${id}`).send(draft).expect(200);
    await signer.get(`/dispatches/${id}`).expect(404);
    expect((await drafter.get(`/api/dispatches/${id}`)).body.reading).toBe('restricted');
  });

  it('tells a form that was open meanwhile, which would open it again', async () => {
    const id = await drafted();
    const { body: before } = await drafter.get(`/api/dispatches/${id}`).expect(200);
    await set(clerk, id, 'restricted').expect(200);
    const stale = { ...(await aDraft(office)), reading: 'office', revision: before.revision };
    await drafter.put(`/api/dispatches/${id}`).send(stale).expect(409);
    const { text } = await drafter
      .post(`/dispatches/${id}`)
      .type('form')
      .send(formBody(stale))
      .expect(409);
    const both = /<section class="notice" role="alert">[^]*?<\/section>/.exec(text)![0];
    expect(both).toMatch(/Ai được đọc[^]*<del>Hạn[^]*<ins>Cả/);
    await other.get(`/dispatches/${id}`).expect(404);
  });

  it('never shuts out whoever chooses, nor lets in a guest, a stranger or who has left', async () => {
    const id = await drafted();
    const { body } = await set(other, id, 'restricted').expect(422);
    expect(body.errors[0]).toMatchObject({ path: 'readers' });
    await set(other, id, 'restricted', 'phongkhac').expect(200);
    expect(await readers(id)).toContain('Hoàng Thị Nga: named');
    await set(drafter, id, 'restricted', 'khach').expect(422);
    await set(drafter, id, 'restricted', 'khong-co').expect(422);
    await office.database.query(
      `UPDATE accounts SET closed_at = now() WHERE username = 'cungphong'`,
    );
    expect(await readers(id)).not.toContain('Đặng Văn Cường: unit');
    await set(drafter, id, 'restricted', 'cungphong').expect(422);
    await office.database.query(
      `UPDATE accounts SET closed_at = NULL WHERE username = 'cungphong'`,
    );
  });

  it('is the clerk’s and the signatory’s to change once it is submitted, in the journal', async () => {
    const id = await drafted();
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
    const { body } = await set(drafter, id, 'restricted').expect(409);
    expect(body.type).toContain('reading-not-yours');
    await set(signer, id, 'restricted', 'lanhdao').expect(200);
    await leader.get(`/dispatches/${id}`).expect(200);
    await set(clerk, id, 'restricted').expect(200);
    await leader.get(`/dispatches/${id}`).expect(404);
    await set(clerk, id, 'restricted').expect(200);
    const { body: journal } = await clerk.get(`/api/dispatches/${id}/journal`).expect(200);
    const entries = journal.items.filter(({ verb }: { verb: string }) => verb === 'reading-set');
    expect(entries.map(({ details }: { details: object }) => details)).toEqual([
      { reading: 'restricted', added: [], removed: [idOf('lanhdao')] },
      { reading: 'restricted', added: [idOf('lanhdao')], removed: [] },
    ]);
    const { text } = await clerk.get(`/dispatches/${id}/journal`).expect(200);
    expect(text).toContain('hạn chế đọc, nêu thêm 1 người');
  });

  it('says who had read it before it was restricted', async () => {
    const id = await drafted();
    await other.get(`/dispatches/${id}`).expect(200);
    await set(drafter, id, 'restricted').expect(200);
    const { body } = await drafter.get(`/api/dispatches/${id}/reading`).expect(200);
    expect(body.formerReaders).toEqual([
      { fullName: 'Hoàng Thị Nga', post: 'Chuyên viên', lastReadAt: expect.any(String) },
    ]);
    const { text } = await drafter.get(`/dispatches/${id}/reading`).expect(200);
    expect(text).toContain('Đã mở văn bản khi còn đọc được');
  });

  it('passes on to what begins from it, and keeps it from being a template', async () => {
    const id = await drafted({ reading: 'restricted', readers: [idOf('lanhdao')] });
    const { text } = await drafter.get(`/dispatches/new?from=${id}`).expect(200);
    expect(text).toMatch(/value="restricted" checked/);
    expect(text).toMatch(new RegExp(`value="${idOf('lanhdao')}" checked`));
    const { body } = await drafter.post('/api/templates').send({ from: id, name: 'A' }).expect(409);
    expect(body.type).toContain('restricted-template');
  });

  it('keeps from who may not read any more what they had typed into it', async () => {
    const id = await drafted();
    const writing = '5a0e1a30-5f0d-4d9e-9b36-1b2f6f1d3c11';
    await other.post(`/writings/${writing}`).send({ dispatchId: id, abstract: 'dở' }).expect(200);
    await other.get(`/writings/${writing}`).expect(200);
    await set(drafter, id, 'restricted').expect(200);
    await other.get(`/writings/${writing}`).expect(404);
    await other.post(`/writings/${writing}`).send({ abstract: 'dở nữa' }).expect(404);
  });
});
