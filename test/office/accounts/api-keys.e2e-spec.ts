import request from 'supertest';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { aDraft, draftedBy, seedId, signed } from '../../support/seed.ts';

describe('an API key', () => {
  let office: TestOffice;
  let clerk: Browser;
  beforeAll(async () => {
    office = await testOffice();
    clerk = await office.as('vanthu');
  });
  afterAll(() => office?.close());
  beforeEach(() => office.database.query('TRUNCATE tries'));

  const create = async (scopes: string[], by = clerk) =>
    (await by.post('/api/keys').send({ name: 'Một cửa', scopes }).expect(201)).body;
  const using = (key: string) =>
    request.agent(office.address).set('Authorization', `Bearer ${key}`);

  it('is shown once and kept as a hash', async () => {
    const { key, hint, id } = await create(['read']);
    expect(key).toMatch(/^nn_[\w-]{43}$/);
    expect(key.startsWith(hint)).toBe(true);
    const kept = JSON.stringify(await office.database.query('SELECT * FROM api_keys'));
    expect(kept).not.toContain(key.slice(9));
    const { body } = await clerk.get('/api/keys').expect(200);
    expect(body[0]).toMatchObject({ id, name: 'Một cửa', scopes: ['read'], usedAt: null });
    expect(JSON.stringify(body)).not.toContain(key.slice(9));
  });

  it('reads what its account may read, and says when it was last used', async () => {
    const { key, id } = await create(['read']);
    await using(key).get('/api/dispatches').expect(200);
    await using(key)
      .get(`/api/dispatches/${await seedId(office)}`)
      .expect(200);
    const { body } = await clerk.get('/api/keys').expect(200);
    expect(body.find((one: { id: string }) => one.id === id).usedAt).toEqual(expect.any(String));
    expect((await clerk.get('/account').expect(200)).text).toContain('Dùng lần cuối');
  });

  it('does nothing that its scopes leave out', async () => {
    const { key } = await create(['read']);
    await using(key)
      .post('/api/dispatches')
      .send(await aDraft(office))
      .expect(403);
    await using(key).post('/api/agencies/import').type('text/csv').send('x').expect(403);
    const { key: drafting } = await create(['draft']);
    await using(drafting).get('/api/dispatches').expect(403);
    await using(drafting)
      .post('/api/dispatches')
      .send(await aDraft(office))
      .expect(201);
  });

  it('never does more than its account, and never signs', async () => {
    const leader = await office.as('lanhdao');
    const { key } = await create(['read', 'draft', 'issue', 'directory'], leader);
    await using(key)
      .post('/api/dispatches')
      .send(await aDraft(office))
      .expect(403);
    const signer = await office.as('phogiamdoc');
    const { key: all } = await create(['read', 'draft', 'issue', 'directory'], signer);
    await using(all)
      .post(`/api/dispatches/${await seedId(office)}/signature`)
      .expect(403);
  });

  it('issues what a person signed, when it is for that', async () => {
    const id = await draftedBy(await office.as('chuyenvien'), await aDraft(office));
    await signed(office, id);
    const { key } = await create(['issue']);
    await using(key)
      .post(`/api/dispatches/${id}/issuance`)
      .send({ withoutAddress: true })
      .expect(201);
  });

  it('opens no page, makes no key and ends no session', async () => {
    const { key } = await create(['read', 'draft', 'issue', 'directory']);
    await using(key).get('/dispatches').expect(303);
    await using(key).get('/api/keys').expect(403);
    await using(key)
      .post('/api/keys')
      .send({ name: 'x', scopes: ['read'] })
      .expect(403);
    await using(key).get('/api/sessions').expect(403);
    await using(key).delete('/api/session').expect(403);
  });

  it('ends when it is revoked or too old', async () => {
    const { key, id } = await create(['read']);
    await clerk.delete(`/api/keys/${id}`).expect(204);
    await using(key).get('/api/dispatches').expect(401);
    const { key: old, id: oldId } = await create(['read']);
    await office.database.query(`UPDATE api_keys SET expires_at = now() WHERE id = $1`, [oldId]);
    await using(old).get('/api/dispatches').expect(401);
    await (await office.as('lanhdao')).delete(`/api/keys/${oldId}`).expect(404);
  });

  it('cannot be guessed', async () => {
    for (let count = 0; count < 30; count++) {
      await using(`nn_${count}`).get('/api/dispatches').expect(401);
    }
    await using('nn_31').get('/api/dispatches').expect(429);
  });

  it('is made and revoked on the page of the account', async () => {
    const form = { name: 'Trục liên thông', scopes: 'read', days: '30' };
    const wrong = await clerk.post('/account/keys').type('form').send({ name: 'x' }).expect(422);
    expect(wrong.text).toContain('Chọn ít nhất một quyền.');
    const made = await clerk.post('/account/keys').type('form').send(form).expect(201);
    const [key] = /nn_[\w-]{43}/.exec(made.text)!;
    await using(key).get('/api/groups').expect(200);
    const [row] = await office.database.query(
      `SELECT id FROM api_keys ORDER BY created_at DESC LIMIT 1`,
    );
    await clerk.post(`/account/keys/${row.id}/revocation`).expect(303);
    await using(key).get('/api/groups').expect(401);
  });
});
