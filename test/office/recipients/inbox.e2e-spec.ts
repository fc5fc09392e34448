import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import type { Browser } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { firstSignIn, openedAccount } from '../../support/people.ts';

const PERSON = { fullName: 'Bùi Thị Lan', post: 'Văn thư xã' };

describe('the inbox of an agency', () => {
  let office: SendingOffice;
  let clerk: Browser;
  let drafter: Browser;
  let agencies: { id: string; code: string; name: string }[];
  let people: string;
  let person: Browser;
  let next = 0;

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(80) });
    clerk = await office.as('vanthu');
    drafter = await office.as('chuyenvien');
    agencies = await office.database.query(
      `SELECT id, code, name FROM agencies WHERE kind = 'commune' ORDER BY code LIMIT 3`,
    );
    people = `/directory/agencies/${agencies[0]!.id}/people`;
    person = await signedIn(await opened(clerk, people, 'lan.xa'));
  });
  afterAll(() => office?.close());

  const send = (by: Browser, path: string, fields: object) =>
    by.post(path).type('form').send(fields);
  const opened = async (by: Browser, path: string, username: string) => {
    const { text } = await send(by, path, { ...PERSON, username }).expect(201);
    return openedAccount(text);
  };
  const signIn = (browser: Browser, username: string, password: string) =>
    browser.post('/session').type('form').send({ username, password });
  const signedIn = async (account: Awaited<ReturnType<typeof opened>>): Promise<Browser> => {
    return firstSignIn(office.fresh(), account);
  };
  /** Issued to agencies of the sample; ids of the recipients in the order asked. */
  const issuedTo = async (...to: { code: string; id: string }[]): Promise<string[]> => {
    next += 1;
    const lines = {
      abstract: `kiểm tra đài truyền thanh lần ${next}`,
      addressees: to.map(({ code }) => ({
        text: code,
        purpose: 'act',
        replyBy: '2099-12-05T17:00',
      })),
      copies: [{ text: 'Lưu: VT' }],
    };
    const id = await draftedBy(drafter, await aDraft(office, lines));
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const rows: { id: string; agency_id: string }[] = await office.database.query(
      'SELECT id, agency_id FROM recipients WHERE dispatch_id = $1',
      [id],
    );
    return to.map((agency) => rows.find((row) => row.agency_id === agency.id)!.id);
  };
  const acknowledgementOf = async (id: string) => {
    const [row] = await office.database.query(
      'SELECT how, name, post FROM acknowledgements WHERE recipient_id = $1',
      [id],
    );
    return row;
  };

  it('is opened by the clerk for one agency; its password is seen once', async () => {
    await drafter.get(people).expect(403);
    const { text } = await clerk.get(people).expect(200);
    expect(text).toContain('Bùi Thị Lan');
    expect(text).not.toContain('Mật khẩu</dt>');
    const wrong = await send(clerk, people, { ...PERSON, username: 'lân xã' }).expect(422);
    expect(wrong.text).toContain('Dùng 3 đến 40 chữ không dấu');
    expect(wrong.text).toContain('value="Bùi Thị Lan"');
  });

  it('shows what was sent to the agency, and nothing else of the office', async () => {
    const [ours] = await issuedTo(agencies[0]!);
    const [theirs] = await issuedTo(agencies[1]!);
    await person.get('/').expect(303).expect('Location', '/inbox');
    const { text } = await person.get('/inbox').expect(200);
    expect(text).toContain(`href="/inbox/${ours}"`);
    expect(text).toContain('Để thực hiện. Trả lời trước 17:00 05/12/2099.');
    expect(text).not.toContain(theirs);
    expect(text).not.toContain('href="/dispatches"');
    await person.get(`/inbox/${ours}`).expect(200);
    await person.get(`/inbox/${ours}/document.pdf`).expect(200).expect('Content-Type', /pdf/);
    await person.get(`/inbox/${theirs}`).expect(404);
    await person.get(`/inbox/${theirs}/document.pdf`).expect(404);
    await send(person, `/inbox/${theirs}/acknowledgement`, {}).expect(404);
    for (const path of ['/dispatches', '/directory', '/board', '/api/dispatches', people]) {
      await person.get(path).expect(403);
    }
    await clerk.get('/inbox').expect(403);
    await person.get('/account').expect(200);
  });

  it('acknowledges many at once in the name of who is signed in', async () => {
    const ids = [...(await issuedTo(agencies[0]!)), ...(await issuedTo(agencies[0]!))];
    const [theirs] = await issuedTo(agencies[1]!);
    const many = (recipients: string[]) =>
      person.post('/inbox/acknowledgements').type('form').send({ recipients });
    const none = await send(person, '/inbox/acknowledgements', {}).expect(422);
    expect(none.text).toContain('Chọn ít nhất một văn bản.');
    await many([ids[0]!, theirs!]).expect(404);
    expect(await acknowledgementOf(ids[0]!)).toBeUndefined();
    await many(ids).expect(303);
    await many(ids).expect(303);
    for (const id of ids) {
      expect(await acknowledgementOf(id)).toEqual({
        ...{ how: 'account', name: PERSON.fullName, post: PERSON.post },
      });
    }
    const { text } = await person.get('/inbox?state=acknowledged').expect(200);
    expect(ids.every((id) => text.includes(`href="/inbox/${id}"`))).toBe(true);
  });

  it('is searched, and read by programs', async () => {
    const [id] = await issuedTo(agencies[0]!);
    const { text } = await person.get(`/inbox?q=l%E1%BA%A7n ${next}`).expect(200);
    expect(text.match(/href="\/inbox\/[0-9a-f-]{36}"/g)).toEqual([`href="/inbox/${id}"`]);
    const { body } = await person.get('/api/inbox?state=open').expect(200);
    expect(body.items).toContainEqual(expect.objectContaining({ id, state: 'open' }));
    const answer = await person.post('/api/inbox/acknowledgements').send({ recipients: [id] });
    expect(answer.body).toEqual({ acknowledged: 1 });
    expect((await person.get('/api/inbox?state=open').expect(200)).body.items).not.toContainEqual(
      expect.objectContaining({ id }),
    );
  });

  it('sends back and reports like the link does, without asking who one is', async () => {
    const [refused, done] = [...(await issuedTo(agencies[0]!)), ...(await issuedTo(agencies[0]!))];
    expect((await person.get(`/inbox/${refused}`)).text).not.toContain('name="post"');
    await send(person, `/inbox/${refused}/refusal`, { reason: '' }).expect(422);
    await send(person, `/inbox/${refused}/refusal`, { reason: 'duplicate' }).expect(303);
    const page = await clerk.get(`/recipients/${refused}`).expect(200);
    expect(page.text).toContain('Bùi Thị Lan');
    expect((await person.get('/inbox?state=reply').expect(200)).text).toContain(`/inbox/${done}"`);
    const report = { status: '6', reference: '12/UBND-VX', name: 'Người khác' };
    await send(person, `/inbox/${done}/report`, report).expect(303);
    expect((await person.get('/inbox?state=reply')).text).not.toContain(`/inbox/${done}"`);
    expect((await person.get('/inbox')).text).toContain('Đã trả lời');
    expect(await acknowledgementOf(done!)).toMatchObject({ how: 'account', name: 'Bùi Thị Lan' });
  });

  it('is shared with colleagues, until their account is closed', async () => {
    const account = await opened(person, '/inbox/people', 'minh.xa');
    const colleague = await signedIn(account);
    await colleague.get('/inbox').expect(200);
    const rows: { id: string; username: string }[] = await office.database.query(
      `SELECT id, username FROM accounts WHERE 'recipient' = ANY (roles)`,
    );
    const idOf = (name: string) => rows.find(({ username }) => username.startsWith(name))!.id;
    await send(person, `/inbox/people/${idOf('lan.xa')}/end`, {}).expect(409);
    await send(person, `/inbox/people/${idOf('minh.xa')}/end`, {}).expect(303);
    await colleague.get('/api/inbox').expect(401);
    await signIn(office.fresh(), account.username, account.password).expect(401);
    expect((await person.get('/inbox/people')).text).not.toContain('minh.xa');
  });

  it('is opened under a name with figures behind it, which tells nobody whose names are taken', async () => {
    const said = async (by: Browser, path: string, username: string) => {
      const { status, text } = await send(by, path, { ...PERSON, username });
      return `${status} ${text.includes('đã có')} ${new RegExp(`<code>${username}\\.\\d{4}<`).test(text)}`;
    };
    for (const name of ['vanthu', 'phogiamdoc', 'khong-ai-ca', 'lan.xa']) {
      expect(await said(person, '/inbox/people', name)).toBe('201 false true');
      expect(await said(clerk, people, name)).toBe('201 false true');
    }
  });

  it('carries on for an agency that was merged into it', async () => {
    const [id] = await issuedTo(agencies[2]!);
    await person.get(`/inbox/${id}`).expect(404);
    await office.database.query(
      `WITH ended AS (UPDATE agencies SET valid_to = current_date - 2 WHERE id = $2)
       INSERT INTO agency_successions (successor_id, predecessor_id) VALUES ($1, $2)`,
      [agencies[0]!.id, agencies[2]!.id],
    );
    const { text } = await person.get('/inbox').expect(200);
    expect(text).toContain(`Gửi ${agencies[2]!.name}, cơ quan mình kế thừa.`);
    const [other] = await issuedTo(agencies[1]!);
    await office.database.query('UPDATE recipients SET agency_id = $1 WHERE id = $2', [
      ...[agencies[2]!.id, other],
    ]);
    await send(person, `/inbox/${id}/acknowledgement`, {}).expect(303);
    await send(person, '/inbox/acknowledgements', { recipients: other }).expect(303);
    for (const each of [id, other]) {
      expect((await person.get(`/inbox/${each}`)).text).toContain(`thay mặt ${agencies[0]!.name}`);
    }
  });

  it('is nobody’s once the agency has ended; the clerk moves its people to who carries on', async () => {
    const [ended, heir] = await office.database.query(
      `SELECT id, name FROM agencies WHERE kind = 'commune' ORDER BY code DESC LIMIT 2`,
    );
    const there = `/directory/agencies/${ended.id}/people`;
    const late = await signedIn(await opened(clerk, there, 'hoa.xa'));
    await late.get('/inbox').expect(200);
    await office.database.query(
      `WITH ended AS (UPDATE agencies SET valid_to = current_date - 2 WHERE id = $2)
       INSERT INTO agency_successions (successor_id, predecessor_id) VALUES ($1, $2)`,
      [heir.id, ended.id],
    );
    for (const path of ['/inbox', '/inbox/people', '/api/inbox']) {
      const { text } = await late.get(path).expect(409);
      expect(text).toContain('đã kết thúc hoạt động');
      expect(text).toContain(heir.name);
    }
    await send(late, '/inbox/people', { ...PERSON, username: 'moi.xa' }).expect(409);
    const refused = await send(clerk, there, { ...PERSON, username: 'moi.xa' }).expect(422);
    expect(refused.text).toContain('đã kết thúc hoạt động');
    const [{ id: who }] = await office.database.query(
      `SELECT id FROM accounts WHERE username LIKE 'hoa.xa.%'`,
    );
    expect((await clerk.get(there)).text).toContain(`Chuyển sang ${heir.name}`);
    await send(clerk, `${there}/${who}/transfer`, { to: agencies[0]!.id }).expect(409);
    await send(clerk, `${there}/${who}/transfer`, { to: heir.id }).expect(303);
    expect((await late.get('/inbox').expect(200)).text).toContain('Văn bản đến');
    expect((await clerk.get(`/directory/agencies/${heir.id}/people`)).text).toContain('hoa.xa');
    const [entry] = await office.database.query(
      `SELECT subject_id, details->>'account' AS account FROM journal_entries
       WHERE verb = 'inbox-transferred'`,
    );
    expect(entry).toEqual({ subject_id: heir.id, account: who });
  });
});
