import { DIRECTORY, NEW, NEW_HEAD, OFFICE, OLD, PASSWORD, REFORM } from './office.ts';
import { officeInTime, type Asker, type OfficeInTime } from './office-in-time.ts';
import { PasskeyHolder } from './passkey-holder.ts';
import { draft, PeopleAtWork } from './people-at-work.ts';

const LEAVER = 'hoang.nam';
const NAME = 'Hoàng Văn Nam';
const capitals = (name: string) => name.toLocaleUpperCase('vi');

/**
 * One year of an office. Its clock is moved by libfaketime and nothing else: every date that the database has was the
 * day on which it was written, or was said by a person of the office.
 */
describe('a year of an office', () => {
  let office: OfficeInTime;
  let work: PeopleAtWork;
  let leaver: { id: string; mandate: string; asks: Asker; key: Asker; passkey: PasskeyHolder };
  /** Drafts of the leaver, of a drafter who named him, and one that waits for him. */
  let left: { own: string; named: string; waiting: string };
  let notComing: { id: string; link: string };
  let signedInJune: string;
  const dispatches: Record<'march' | 'june' | 'july', string> = { march: '', june: '', july: '' };

  beforeAll(async () => {
    office = await officeInTime('2025-01-06T08:00', OFFICE);
    work = new PeopleAtWork(office);
  }, 180_000);
  afterAll(async () => {
    await leaver?.passkey.close();
    await office?.close();
  });

  it('January: the directory is written, and a deputy joins by invitation', async () => {
    const written = (await work.as('vanthu')).post('/api/agencies/import').type('text/csv');
    await written.send(DIRECTORY).expect(201);
    const { id, link } = await work.invited(LEAVER, NAME, ['drafter', 'signer']);
    await office.clock.set('2025-01-07T09:00');
    await office.asking({}).post(link).type('form').send({ next: PASSWORD }).expect(303);
    const clerk = await work.as('vanthu');
    const given = { capacity: 'KT.', onBehalfOf: 'Giám đốc', post: 'Phó Giám đốc' };
    const basis = 'Quyết định số 02/QĐ-STTTT';
    const mandate = { ...given, basis, accountId: id, validFrom: '2025-01-08' };
    const { body } = await clerk.post('/api/mandates').send(mandate).expect(201);
    const passkey = await PasskeyHolder.before(office.address, LEAVER);
    leaver = { id, mandate: body.id, asks: office.asking({}), key: office.asking({}), passkey };
  });

  it('March: what he signs goes out under the number and the day of then', async () => {
    await office.clock.set('2025-03-10T09:00');
    const drafter = await work.as('chuyenvien');
    dispatches.march = await work.submit(drafter, await work.draft(drafter, leaver.mandate));
    await work.sign(LEAVER, dispatches.march);
    await work.issued(dispatches.march);
    const { body } = await drafter.get(`/api/dispatches/${dispatches.march}`).expect(200);
    expect(body).toMatchObject({ state: 'issued', number: 1, issuedOn: '2025-03-10' });
    const text = await work.textOf(dispatches.march);
    expect(text).toContain('Thái Bình, ngày 10 tháng 3 năm 2025');
    expect(text).toContain(capitals(OLD));
    expect(office.mailbox.list({ search: 'minhquang@' }).total).toBe(1);
  });

  it('May: he leaves, and what is his goes to whoever was named', async () => {
    await office.clock.set('2025-05-12T08:00');
    const [own, drafter] = [await work.as(LEAVER), await work.as('chuyenvien')];
    left = {
      own: await work.draft(own, leaver.mandate, { abstract: 'góp ý dự thảo' }),
      named: await work.draft(drafter, leaver.mandate, { abstract: 'báo cáo quý II' }),
      waiting: await work.submit(drafter, await work.draft(drafter, leaver.mandate)),
    };
    const made = await own
      .post('/api/keys')
      .send({ name: 'Một cửa', scopes: ['read', 'draft'] })
      .expect(201);
    const key = office.asking({ authorization: `Bearer ${made.body.key}` });
    await key.get('/api/dispatches').expect(200);
    await leaver.passkey.signsInWithPassword(PASSWORD);
    await leaver.passkey.adds('Máy ở cơ quan');
    notComing = await work.invited('khong.den', 'Đỗ Thị Vắng', ['drafter']);
    leaver = { ...leaver, asks: own, key };

    await office.clock.set('2025-05-12T16:30');
    await leaver.asks.get('/api/session').expect(401); // idle since the morning
    leaver.asks = await work.as(LEAVER);
    const { body: people } = await (await work.as('quantri')).get('/api/people').expect(200);
    const idOf = (username: string): string =>
      people.items.find((one: { username: string }) => one.username === username).id;
    const heirs = { drafterId: idOf('chuyenvien'), mandateId: await work.mandateOf('phogiamdoc') };
    const gone = await work.leaves(leaver.id, heirs);
    expect(gone.status).toBe(200);
    expect(gone.body.closedAt).toMatch(/^2025-05-12T09:3/);
    expect((await work.leaves(notComing.id)).status).toBe(200);
  });

  it('May: no door is open to him any more', async () => {
    await leaver.asks.get('/api/session').expect(401);
    await leaver.asks.post(`/api/dispatches/${left.waiting}/signature`).expect(401);
    await leaver.asks.get('/api/signing-desk').expect(401);
    await leaver.key.get('/api/dispatches').expect(401);
    await leaver.key.post('/api/dispatches').send(draft(leaver.mandate)).expect(401);
    const credentials = { username: LEAVER, password: PASSWORD };
    await office.asking({}).post('/api/session').send(credentials).expect(401);
    await leaver.passkey.isRefused();
    const late = await office
      .asking({})
      .post(notComing.link)
      .type('form')
      .send({ next: PASSWORD })
      .expect(409);
    expect(late.text).toContain('Đề nghị người quản trị của cơ quan mời lại');
    const administrator = await work.as('quantri');
    const again = administrator.post(`/api/people/${leaver.id}/sign-in-reset`);
    const reset = await again.send({ way: 'password' }).expect(409);
    expect(reset.body.type).toBe('person-left');
  });

  it('May: nobody is offered him, and nothing can be laid before him', async () => {
    await office.clock.set('2025-05-13T08:00');
    const [drafter, clerk, heir] = [
      await work.as('chuyenvien'),
      await work.as('vanthu'),
      await work.as('phogiamdoc'),
    ];
    for (const [asks, path] of [
      [drafter, '/dispatches/new'],
      [clerk, '/mandates/new'],
      [drafter, `/dispatches/${left.named}/reading`],
    ] as const) {
      expect((await asks.get(path).expect(200)).text).not.toContain(NAME);
    }
    const naming = await drafter.post('/api/dispatches').send(draft(leaver.mandate)).expect(422);
    expect(JSON.stringify(naming.body)).toContain('Chọn người ký trong danh sách.');
    const laid = await drafter.post(`/api/dispatches/${left.named}/submission`).expect(409);
    expect(laid.body.title).toContain(`${NAME} đã nghỉ từ ngày 12/05/2025`);
    const mandate = { capacity: 'head', post: 'Giám đốc', validFrom: '2025-05-13' };
    await clerk
      .post('/api/mandates')
      .send({ accountId: leaver.id, ...mandate })
      .expect(422);

    await work.revise(drafter, left.own, draft(await work.mandateOf('phogiamdoc'))); // hers now
    const { body: desk } = await heir.get('/api/signing-desk').expect(200);
    expect(desk.map((item: { dispatch: { id: string } }) => item.dispatch.id)).toEqual([
      left.waiting,
    ]);
    await heir.post(`/api/dispatches/${left.waiting}/signature`).expect(201);
  });

  it('June: dispatches have the old head still, while the new one and the reform are written down', async () => {
    await office.clock.set('2025-06-16T09:00');
    dispatches.june = await work.issued(left.waiting);
    expect(await work.textOf(dispatches.june)).toContain('Thái Bình, ngày 16 tháng 6 năm 2025');
    const [admin, clerk] = [await work.as('quantri'), await work.as('vanthu')];
    const early = { ...NEW_HEAD, validFrom: '2025-06-16' };
    const refused = await admin.post('/api/office/heads').send(early).expect(422);
    expect(refused.body.errors[0].message).toBe(
      'Đã có văn bản mang số ghi ngày 16/06/2025 theo đầu đang dùng; đầu mới bắt đầu sớm nhất từ ngày 17/06/2025.',
    );
    await admin.post('/api/office/heads').send(NEW_HEAD).expect(201);
    const district = { name: 'Ủy ban nhân dân cấp huyện', validTo: '2025-06-30' };
    const inUse = await clerk.put('/api/agency-kinds/district').send(district).expect(422);
    expect(inUse.body.errors[0].message).toContain(
      '2 cơ quan loại này còn hiệu lực sau ngày 30/06/2025',
    );

    const { body: proposed } = await clerk
      .post('/api/directory-changes?title=S%E1%BA%AFp%20x%E1%BA%BFp%20%C4%91%C6%A1n%20v%E1%BB%8B')
      .type('text/csv')
      .send(REFORM)
      .expect(201);
    const path = `/api/directory-changes/${proposed.id}`;
    const { body: review } = await clerk.get(path).expect(200);
    const [kind] = review.newKinds;
    expect(kind.name).toBe('Trung tâm Phục vụ hành chính công');
    await clerk
      .post(`${path}/application`)
      .send({ seal: review.seal, addKinds: [kind.code], addAreas: [] })
      .expect(204);
    await clerk.put('/api/agency-kinds/district').send(district).expect(200);

    await office.clock.set('2025-06-27T15:00');
    const again = await work.as('chuyenvien');
    signedInJune = await work.submit(
      again,
      await work.draft(again, await work.mandateOf('phogiamdoc')),
    );
    await work.sign('phogiamdoc', signedInJune);
  });

  it('1 July: what was signed in June is refused in words, signed again, and goes out under the new head', async () => {
    await office.clock.set('2025-07-01T07:30');
    const words = `Văn bản ký khi đầu văn bản còn ghi “${OLD}”; đầu văn bản đã đổi từ ngày 01/07/2025. Trả lại người soạn để trình và ký lại trên trang có đầu mới.`;
    const refused = await work.issue(signedInJune, 409);
    expect(refused.body).toMatchObject({ type: 'letterhead-changed', title: words });
    const clerk = await work.as('vanthu');
    const back = clerk.post(`/api/dispatches/${signedInJune}/return`);
    await back.send({ reason: 'Đầu văn bản đã đổi.' }).expect(200);
    const drafter = await work.as('chuyenvien');
    const better = draft(await work.mandateOf('phogiamdoc'), { symbol: 'SKHCN-BCVT' });
    await work.revise(drafter, signedInJune, better);
    await work.submit(drafter, signedInJune);
    await work.sign('phogiamdoc', signedInJune);
    dispatches.july = await work.issued(signedInJune);
    const text = await work.textOf(dispatches.july);
    expect(text).toContain('Hưng Yên, ngày 01 tháng 7 năm 2025');
    for (const words of [NEW, NEW_HEAD.parentBody]) expect(text).toContain(capitals(words));
    expect(text).not.toContain(capitals(OLD));
    for (const before of [dispatches.march, dispatches.june]) {
      const [then, earlier] = [await work.textOf(before), capitals(OLD)];
      expect(then).toContain(earlier);
      expect(then).not.toContain(capitals(NEW));
    }
  });

  it('July: kinds, groups and areas are those of the day', async () => {
    const clerk = await work.as('vanthu');
    const { body: groups } = await clerk.get('/api/groups').expect(200);
    const membersOf = async (name: string, asOf: string): Promise<string[]> => {
      const { id } = groups.find((group: { name: string }) => group.name === name);
      const { body } = await clerk.get(`/api/groups/${id}?asOf=${asOf}`).expect(200);
      return body.members.map(({ code }: { code: string }) => code);
    };
    expect(await membersOf('Ủy ban nhân dân các xã', '2025-06-30')).toEqual(['X.1', 'X.2', 'X.3']);
    expect(await membersOf('Ủy ban nhân dân các xã', '2025-07-01')).toEqual(['M.1', 'M.2']);
    expect(await membersOf('Ủy ban nhân dân các huyện', '2025-06-30')).toEqual(['H.KX', 'H.VT']);
    expect(await membersOf('Ủy ban nhân dân các huyện', '2025-07-01')).toEqual([]);
    const form = await clerk.get('/directory/groups/new').expect(200);
    expect(form.text).not.toContain('Ủy ban nhân dân cấp huyện');
    expect(form.text).toContain('Trung tâm Phục vụ hành chính công');

    const page = await clerk.get('/directory/areas').expect(200);
    const districts = [...page.text.matchAll(/name="districts" value="([\w-]{36})"/g)].map(
      ([, id]) => id,
    );
    expect(districts).toHaveLength(2);
    await clerk
      .post('/directory/areas/from-districts')
      .type('form')
      .send({ districts, from: '2025-07-01' })
      .expect(303);
    const { body: areas } = await clerk.get('/api/areas').expect(200);
    expect(
      areas.map(({ name, agencies }: { name: string; agencies: number }) => [name, agencies]),
    ).toEqual([
      ['Khu vực Kiến Xương', 1],
      ['Khu vực Vũ Thư', 1],
    ]);
    const { body: progress } = await clerk
      .get(`/api/dispatches/${dispatches.july}/recipients`)
      .expect(200);
    expect(progress.items.map(({ code }: { code: string }) => code).toSorted()).toEqual([
      'M.1',
      'M.2',
    ]);
  });

  it('December: an auditor asks who could sign on a day, and one page answers', async () => {
    await office.clock.set('2025-12-15T10:00');
    const auditor = await work.as('lanhdao');
    const couldSign = async (day: string) => {
      const { text } = await auditor.get(`/mandates?on=${day}`).expect(200);
      return [NAME, 'Vũ Xuân Thành'].filter((name) => text.includes(name));
    };
    expect(await couldSign('2024-12-31')).toEqual([]);
    expect(await couldSign('2025-01-07')).toEqual(['Vũ Xuân Thành']);
    expect(await couldSign('2025-03-10')).toEqual([NAME, 'Vũ Xuân Thành']);
    expect(await couldSign('2025-05-12')).toEqual([NAME, 'Vũ Xuân Thành']);
    expect(await couldSign('2025-05-13')).toEqual(['Vũ Xuân Thành']);
    expect(await couldSign('2025-12-15')).toEqual(['Vũ Xuân Thành']);
  });

  it('December: the register has each line once and the heads of its periods, and the journal is whole', async () => {
    const clerk = await work.as('vanthu');
    const book = (from: string, to: string) =>
      work.printed(clerk, `/api/register.pdf?from=2025-${from}&to=2025-${to}`);
    const [spring, year] = [await book('01-01', '06-30'), await book('01-01', '12-31')];
    expect(spring).toContain(capitals(OLD));
    expect(spring).not.toContain(capitals(NEW));
    expect(year).toContain(capitals(NEW));
    const { body } = await clerk.get('/api/register?from=2025-01-01&to=2025-12-31').expect(200);
    const lines = body.items.map((line: Record<string, unknown>) => [
      line['number'],
      line['dated'],
      line['sentOn'],
      line['signer'],
    ]);
    expect(lines.toSorted(([a]: [number], [b]: [number]) => a - b)).toEqual([
      [1, '2025-03-10', '2025-03-10', NAME],
      [2, '2025-06-16', '2025-06-16', 'Vũ Xuân Thành'],
      [3, '2025-07-01', '2025-07-01', 'Vũ Xuân Thành'],
    ]);
    const { code, out, said } = await office.run('ops/journal/verify-command');
    expect([code, said]).toEqual([0, '']);
    expect(out).not.toBe('');
  });
});
