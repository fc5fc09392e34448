import request from 'supertest';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { verifyDispatch } from '../../../src/engines/signatures/verification/verify-dispatch.ts';
import { describeWith } from '../../engines/page/outside-tool.ts';
import { remoteOffice, type RemoteOffice } from '../../engines/signatures/remote-office.ts';
import { formBody } from '../../support/form.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { aSigner, dayFromNow } from '../../support/people.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aDraft, draftedBy } from '../../support/seed.ts';
import { until } from '../../support/until.ts';
import { atLeast } from '../../support/lane.ts';
import { controls, signedVerbs, states, webProcess } from './signing-batches.ts';

const MANY = 20;
/** For the story that kills the process: each takes the key service its time. */
const SLOWLY = atLeast(12, 20);

describeWith(['openssl'], 'signing many', () => {
  let office: TestOffice;
  let remote: RemoteOffice;
  let drafter: Browser;
  let signer: Browser;
  let clerk: Browser;

  beforeAll(async () => {
    remote = await remoteOffice(await scratchFolder());
    const env = { SIGNING_CONFIG: remote.config };
    office = await testOffice({ directory: scaledDirectory(80), env });
    drafter = await office.as('chuyenvien');
    signer = await office.as('phogiamdoc');
    clerk = await office.as('vanthu');
  });
  beforeEach(() => {
    remote.service.calls.length = 0;
    remote.service.signed.length = 0;
    remote.service.patience = Infinity;
    remote.service.milliseconds = 0;
  });
  afterAll(async () => {
    remote?.service.close();
    await office?.close();
  });

  const query = (sql: string, values: unknown[] = []) => office.database.query(sql, values);
  const submitted = async (count: number, overrides: Record<string, unknown> = {}) => {
    const ids: string[] = [];
    for (let one = 1; one <= count; one += 1) {
      const abstract = `kiểm tra hệ thống truyền thanh đợt ${one}`;
      const draft = await aDraft(office, { abstract, ...overrides });
      const id = await draftedBy(drafter, draft);
      await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
      ids.push(id);
    }
    return ids;
  };
  const listed = async () => controls((await signer.get('/signing').expect(200)).text, 'items');
  const confirmation = async (items: string[]) => {
    const page = await signer.get('/signing/confirmation').query({ items }).expect(200);
    const [id] = controls(page.text, 'id');
    return { text: page.text, form: { id: id!, items: controls(page.text, 'items') } };
  };
  const confirmed = async (ids: string[]) => {
    const chosen = (await listed()).filter((item) => ids.includes(item.split('.')[0]!));
    return (await confirmation(chosen)).form;
  };
  const click = (form: object, browser = signer) =>
    browser.post('/signing/batches').type('form').send(formBody(form)).expect(303);
  const settled = (id: string, browser = signer) =>
    until('the batch to rest', async () => {
      const { body } = await browser.get(`/api/signing-batches/${id}`).expect(200);
      return body.state === 'running' ? undefined : body;
    });
  const rewritten = async (id: string) => {
    await signer.post(`/api/dispatches/${id}/return`).send({ reason: 'Sửa lại.' }).expect(200);
    const changed = await aDraft(office, { abstract: 'kiểm tra toàn bộ hệ thống' });
    await drafter.put(`/api/dispatches/${id}`).send(changed).expect(200);
    await drafter.post(`/api/dispatches/${id}/submission`).expect(201);
  };
  const signatures = async (ids: string[]) =>
    (await query('SELECT dispatch_id FROM signatures WHERE dispatch_id = ANY($1)', [ids])).length;

  it('shows what waits, and what was read and is about to be signed, with its hash', async () => {
    const ids = await submitted(3);
    const items = await listed();
    expect(items.map((item) => item.split('.')[0])).toEqual(ids);
    const page = await confirmation(items);
    expect(page.text).toContain('Xác nhận ký 3 văn bản');
    const [first] = items;
    const hash = first!.split('.')[1]!;
    expect(page.text).toContain(hash.match(/.{4}/g)!.join(' '));
    await rewritten(ids[1]!);
    const again = await confirmation(items);
    expect(again.form.items.map((item) => item.split('.')[0])).toEqual([ids[0], ids[2]]);
    expect(again.text).toContain('Nội dung đã thay đổi sau khi bạn mở danh sách');
    await click(again.form);
    expect(states(await settled(again.form.id))).toEqual({ signed: 2, refused: 0, waiting: 0 });
    const left = await listed();
    expect(left.map((item) => item.split('.')[0])).toEqual([ids[1]]);
    await click((await confirmation(left)).form);
    await until('an empty desk', async () => (await listed()).length === 0);
    const nothing = await signer.get('/signing/confirmation').expect(422);
    expect(nothing.text).toContain('Chọn ít nhất một văn bản.');
  });

  it('signs twenty, some changed and one without mandate, through a key service that dies at the eighth', async () => {
    const [{ id: accountId }] = await query(
      `SELECT id FROM accounts WHERE username = 'phogiamdoc'`,
    );
    const acting = { accountId, capacity: 'Q.', post: 'Giám đốc', validFrom: dayFromNow(-9) };
    const { body: mandate } = await clerk.post('/api/mandates').send(acting).expect(201);
    const ids = [
      ...(await submitted(MANY - 1)),
      ...(await submitted(1, { mandateId: mandate.id })),
    ];
    const form = await confirmed(ids);
    expect(form.items).toHaveLength(MANY);
    const changed = [ids[2]!, ids[9]!, ids[16]!];
    for (const id of changed) await rewritten(id);
    await clerk
      .post(`/api/mandates/${mandate.id}/end`)
      .send({ lastDay: dayFromNow(-1), reason: 'Đã có Giám đốc mới' })
      .expect(200);

    remote.service.patience = 7;
    await click(form);
    const stopped = await settled(form.id);
    expect(stopped.state).toBe('stopped');
    expect(states(stopped)).toEqual({ signed: 7, refused: 4, waiting: 9 });
    expect(stopped.stoppedBecause).toContain('Dịch vụ ký số từ xa chưa trả lời.');
    const page = await signer.get(`/signing/batches/${form.id}`).expect(200);
    expect(page.text).toContain('Ký tiếp 9 văn bản');
    expect((await signer.get('/signing')).text).toContain('còn 9 văn bản chưa ký');

    remote.service.patience = Infinity;
    await signer.post(`/signing/batches/${form.id}/resumption`).expect(303);
    const done = await settled(form.id);
    expect(states(done)).toEqual({ signed: 16, refused: 4, waiting: 0 });
    const refusals = new Map<string, string>(
      done.items.map(({ dispatchId, refusal }: Record<string, string>) => [dispatchId, refusal]),
    );
    for (const id of changed) expect(refusals.get(id)).toContain('Nội dung đã thay đổi');
    expect(refusals.get(ids[19]!)).toContain('“Q. GIÁM ĐỐC” của Vũ Xuân Thành đã hết hiệu lực');

    const { calls, signed } = remote.service;
    expect(signed).toHaveLength(16);
    expect(new Set(signed).size).toBe(16);
    expect(calls.filter((call) => call === 'credentials/authorize')).toHaveLength(2);
    expect(await signatures(ids)).toBe(16);
    expect(await signedVerbs(office, ids)).toBe(16);
    const pdf = (await clerk.get(`/api/dispatches/${ids[0]}/document`).expect(200)).body as Buffer;
    const report = verifyDispatch(pdf, { trustedRoots: [remote.authority.root] });
    expect(report.signatures[0]).toMatchObject({
      role: 'person',
      integrity: 'intact',
      trust: 'passed',
    });
  }, 60_000);

  it('is one batch for two clicks at once', async () => {
    const ids = await submitted(5);
    const form = await confirmed(ids);
    const answers = await Promise.all([click(form), click(form), click(form)]);
    expect(new Set(answers.map(({ headers }) => headers.location))).toEqual(
      new Set([`/signing/batches/${form.id}`]),
    );
    expect(states(await settled(form.id))).toEqual({ signed: 5, refused: 0, waiting: 0 });
    expect(remote.service.signed).toHaveLength(5);
    await click(form);
    expect(states(await settled(form.id))).toEqual({ signed: 5, refused: 0, waiting: 0 });
    expect([remote.service.signed.length, await signedVerbs(office, ids)]).toEqual([5, 5]);
  });

  it('signs each once when the same items are confirmed on two pages', async () => {
    const ids = await submitted(5);
    const [one, other] = [await confirmed(ids), await confirmed(ids)];
    expect(one.id).not.toBe(other.id);
    await Promise.all([click(one), click(other)]);
    expect(states(await settled(one.id))).toEqual({ signed: 5, refused: 0, waiting: 0 });
    expect(states(await settled(other.id))).toEqual({ signed: 5, refused: 0, waiting: 0 });
    expect([await signatures(ids), await signedVerbs(office, ids)]).toEqual([5, 5]);
  });

  it('goes on after its process was killed, twice, and signs nothing twice', async () => {
    const ids = await submitted(SLOWLY);
    const form = await confirmed(ids);
    remote.service.milliseconds = 150;
    const settledNow = async () =>
      (
        await query('SELECT 1 FROM signing_items WHERE batch_id = $1 AND settled_at IS NOT NULL', [
          form.id,
        ])
      ).length as number;
    const killed = async (whenSettled: number, begin: (browser: Browser) => Promise<unknown>) => {
      const process = await webProcess(office, remote.config);
      const browser = request.agent(process.address);
      const who = { username: 'phogiamdoc', password: SAMPLE_PASSWORD };
      await browser.post('/api/session').send(who).expect(201);
      await begin(browser);
      await until('half of it', async () => (await settledNow()) >= whenSettled);
      await process.kill();
      expect(await settledNow()).toBeLessThan(SLOWLY);
    };
    const stopped = async () => {
      // The lease of the process that is gone is over.
      await query('UPDATE signing_batches SET running_until = now() WHERE id = $1', [form.id]);
      expect(await settled(form.id)).toMatchObject({ state: 'stopped' });
    };
    await killed(SLOWLY / 4, (browser) => click(form, browser));
    await stopped();
    const page = await signer.get(`/signing/batches/${form.id}`).expect(200);
    expect(page.text).toContain('Hệ thống bị ngắt giữa chừng.');
    await killed(SLOWLY / 2, (browser) =>
      browser.post(`/signing/batches/${form.id}/resumption`).expect(303),
    );
    await stopped();
    await signer.post(`/signing/batches/${form.id}/resumption`).expect(303);
    expect(states(await settled(form.id))).toEqual({ signed: SLOWLY, refused: 0, waiting: 0 });
    expect([await signatures(ids), await signedVerbs(office, ids)]).toEqual([SLOWLY, SLOWLY]);
    // What the service signed in the moment of a kill is lost, and asked for again: once for each kill.
    expect(remote.service.signed.length).toBeLessThanOrEqual(SLOWLY + 2);
  }, 120_000);

  it('stops before the first when the key service does not answer at all', async () => {
    const ids = await submitted(2);
    const form = await confirmed(ids);
    remote.service.patience = 0;
    await click(form);
    const batch = await settled(form.id);
    expect(states(batch)).toEqual({ signed: 0, refused: 0, waiting: 2 });
    expect(batch.state).toBe('stopped');
    remote.service.patience = Infinity;
    await signer.post(`/api/signing-batches/${form.id}/resumption`).expect(200);
    expect(states(await settled(form.id))).toEqual({ signed: 2, refused: 0, waiting: 0 });
  });

  it('shows its progress without JavaScript', async () => {
    const ids = await submitted(4);
    const form = await confirmed(ids);
    remote.service.milliseconds = 200;
    await click(form);
    const page = await signer.get(`/signing/batches/${form.id}`).expect(200);
    expect(page.text).toContain('<noscript><meta http-equiv="refresh" content="2"/></noscript>');
    expect(page.text).toContain('/4</strong>');
    await settled(form.id);
    const done = await signer.get(`/signing/batches/${form.id}`).expect(200);
    expect(done.text).not.toContain('http-equiv');
    expect(done.text).toContain('Đã ký 4/4');
  });

  it('is the signer’s own, and signs nothing that names somebody else', async () => {
    const ids = await submitted(1);
    const form = await confirmed(ids);
    await aSigner(office, 'phogiamdoc2', 'Đinh Công Bằng', 'Phó Giám đốc');
    const other = await office.as('phogiamdoc2');
    expect((await other.get('/api/signing-desk').expect(200)).body).toEqual([]);
    const [dispatchId, contentSha256] = form.items[0]!.split('.');
    const foreign = { id: crypto.randomUUID(), items: [{ dispatchId, contentSha256 }] };
    await drafter.post('/api/signing-batches').send(foreign).expect(403);
    await drafter.get('/signing').expect(403);
    const { body } = await other.post('/api/signing-batches').send(foreign).expect(201);
    const batch = await settled(body.id, other);
    expect([batch.state, batch.stoppedBecause]).toEqual([
      'stopped',
      expect.stringContaining('Đinh Công Bằng chưa có chứng thư số'),
    ]);
    await signer.get(`/api/signing-batches/${body.id}`).expect(404);
    await signer.post(`/signing/batches/${body.id}/resumption`).expect(404);
    await signer
      .post('/api/signing-batches')
      .send({ ...foreign, id: body.id })
      .expect(404);
    expect(await signatures(ids)).toBe(0);
    const twice = { id: crypto.randomUUID(), items: [...foreign.items, ...foreign.items] };
    await signer.post('/api/signing-batches').send(twice).expect(422);
  });

  it('of one page signs what that page showed', async () => {
    const [id] = await submitted(1);
    const page = await signer.get(`/dispatches/${id}`).expect(200);
    const [contentSha256] = controls(page.text, 'contentSha256');
    await rewritten(id!);
    const form = signer.post(`/dispatches/${id}/signature`).type('form');
    expect((await form.send({ contentSha256 }).expect(409)).text).toContain('đã thay đổi sau khi');
    const now = await signer.get(`/dispatches/${id}`).expect(200);
    const [right] = controls(now.text, 'contentSha256');
    await signer
      .post(`/dispatches/${id}/signature`)
      .type('form')
      .send({ contentSha256: right })
      .expect(303);
  });
});
