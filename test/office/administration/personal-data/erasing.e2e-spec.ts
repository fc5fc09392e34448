import { describeWith } from '../../../engines/page/outside-tool.ts';
import { checkedEvidence, unpackedEvidence } from '../../../support/evidence-bundle.ts';
import type { Browser, TestOffice } from '../../../support/office.ts';
import { aStranger } from '../../../support/people.ts';
import { AskedOffice, BASIS, BINH, counts } from './asked-office.ts';

describeWith(['unzip'], 'one person asks to be erased', () => {
  let asked: AskedOffice;
  let office: TestOffice;
  let administrator: Browser;
  let leader: Browser;
  let dispatch: string;

  beforeAll(async () => {
    asked = await AskedOffice.open();
    ({ office, administrator } = asked);
    leader = await office.as('lanhdao');
    dispatch = await asked.acknowledged();
  });
  afterAll(() => asked?.office.close());

  it('erases what need not stay: the chain, the receipt and the evidence hold', async () => {
    const before = await asked.journal();
    const found = await asked.search(BINH);
    await leader.get(`/dispatches/${dispatch}/journal`).expect(200);
    const { body } = await asked.erase({ ...BINH, seal: found.seal }).expect(200);
    expect(body.erased).toEqual([{ name: 'journal-people', rows: 1 }]);
    const after = await asked.journal();
    expect(after.broken).toBeUndefined();
    expect(after.compared!.faults).toEqual([]);
    expect(after.erased).toBe(before.erased + 1);
    expect(await asked.rows('SELECT name FROM acknowledgements')).toEqual([{ name: BINH.name }]);
    const details = await asked.last('personal-data-erased');
    expect(details).toMatchObject({ rows: { 'journal-people': 1 }, reason: BASIS });
    expect(JSON.stringify(details)).not.toContain('Bình');
    const folder = await unpackedEvidence(leader, dispatch);
    expect(checkedEvidence(folder)).not.toMatch(/HỎNG|không khớp|SAI/);
    const again = await asked.erase({ ...BINH, seal: (await asked.search(BINH)).seal }).expect(409);
    expect(again.body.type).toBe('nothing-to-erase');
  });

  it('erases nothing where something came since it was looked at', async () => {
    const { seal } = await asked.search({ email: 'vp@xa.example' });
    await asked.rows(`UPDATE agencies SET email = 'vp@xa.example', telephone = '0227 383.1234'
                WHERE id = (SELECT id FROM agencies ORDER BY code LIMIT 1)`);
    const stale = await asked.erase({ email: 'vp@xa.example', seal }).expect(409);
    expect(stale.body.type).toBe('held-meanwhile');
    const found = await asked.search({ email: 'VP@xa.example', telephone: '(0227) 3831234' });
    expect(counts(found)).toEqual({ contacts: [1, 0] });
    await asked
      .erase({
        telephone: '0227 3831234',
        seal: (await asked.search({ telephone: '02273831234' })).seal,
      })
      .expect(200);
    expect(await asked.rows(`SELECT email, telephone FROM agencies ORDER BY code LIMIT 1`)).toEqual(
      [{ email: 'vp@xa.example', telephone: null }],
    );
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
    const here = await asked.search({ username: 'sap.di' });
    expect(here.inUse).toBe(true);
    const refused = await asked.erase({ username: 'sap.di', seal: here.seal }).expect(409);
    expect(refused.body.type).toBe('person-here');
    const { body: left } = await administrator.get(`/api/people/${id}/leaving`).expect(200);
    await administrator
      .post(`/api/people/${id}/leaving`)
      .send({ seal: left.seal, reason: 'Chuyển công tác' })
      .expect(200);
    const gone = await asked.search({ username: 'sap.di' });
    expect(counts(gone)).toMatchObject({ names: [1, 0], 'sign-ins': [1, 0], invitations: [1, 0] });
    await asked.erase({ username: 'sap.di', seal: gone.seal }).expect(200);
    expect(
      await asked.rows('SELECT username, full_name, post, email FROM accounts WHERE id = $1', [id]),
    ).toEqual([
      {
        username: `da-xoa-${id.slice(0, 13)}`,
        full_name: 'Người đã xóa thông tin',
        post: 'Không còn lưu',
        email: null,
      },
    ]);
    expect(await asked.rows(`SELECT address FROM invitations WHERE account_id = $1`, [id])).toEqual(
      [{ address: '' }],
    );
    const emptied = await asked.search({ username: `da-xoa-${id.slice(0, 13)}` });
    expect(counts(emptied)).toEqual({ 'journal-entries': [0, expect.any(Number)] });
    const again = await asked.erase({ username: `da-xoa-${id.slice(0, 13)}`, seal: emptied.seal });
    expect(again.body.type).toBe('nothing-to-erase');
    const signer = await asked.search({ name: 'Vũ Xuân Thành' });
    expect(counts(signer)).toMatchObject({ names: [0, 1] });
    expect((await asked.journal()).broken).toBeUndefined();
  });

  it('knows nobody of another office', async () => {
    await aStranger(office, 'nguoi-la');
    await asked.rows(`UPDATE accounts SET roles = '{administrator}' WHERE username = 'nguoi-la'`);
    const stranger = await office.as('nguoi-la');
    expect(counts(await asked.search(BINH, stranger))).toEqual({});
    await stranger.post('/api/personal-data/searches').send({ username: 'vanthu' }).expect(422);
  });

  it('works as pages without scripts: found, extracted, erased', async () => {
    const who = { name: 'Hà Văn Trang', post: 'Cán bộ' };
    await asked.acknowledge(1, who);
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
