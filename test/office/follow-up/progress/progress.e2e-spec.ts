import { RECIPIENT_STATES } from '../../../../src/office/recipient-words.ts';
import { linkToken } from '../../../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../../../src/dev/sample/sample-directory.ts';
import { type Counts } from '../../../../src/office/follow-up/progress/tracking.schemas.ts';
import type { Browser } from '../../../support/office.ts';
import { aStranger } from '../../../support/people.ts';
import { seedId, signed } from '../../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../../support/sending-office.ts';
import { atLeast } from '../../../support/lane.ts';

const MANY = atLeast(100, 1000);
const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư' };

const inWords = (count: number) => count.toLocaleString('vi-VN');

const sum = (counts: Counts) => RECIPIENT_STATES.reduce((all, state) => all + counts[state], 0);

/** Everyone a dispatch is frozen to, with the path of the personal link. */
async function linksOf(office: SendingOffice, id: string) {
  const rows: { id: string; code: string; kind: string }[] = await office.database.query(
    'SELECT id, code, kind FROM recipients WHERE dispatch_id = $1 ORDER BY code',
    [id],
  );
  return rows.map((row) => ({ ...row, token: linkToken(office.config.keys, row.id) }));
}

describe('whoever watches a dispatch', () => {
  let office: SendingOffice;
  let leader: Browser;
  let id: string;
  let links: Awaited<ReturnType<typeof linksOf>>;

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(MANY) });
    leader = await office.as('lanhdao');
    id = await seedId(office);
    await signed(office, id);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    links = await linksOf(office, id);
  }, 60_000);
  afterAll(() => office?.close());

  const progress = async () =>
    (await leader.get(`/api/dispatches/${id}/progress`).expect(200)).body;
  const acknowledge = (token: string) =>
    office.anyone.post(`/api/acknowledgements/${token}`).send(PERSON).expect(200);

  it(`reads sums that are the frozen count, while mails leave and ${MANY} acknowledge at once`, async () => {
    expect(links).toHaveLength(MANY);
    let isOver = false;
    const looks: { total: Counts; kinds: { counts: Counts }[] }[] = [];
    const watch = async () => {
      while (!isOver) looks.push(await progress());
    };
    const answer = async (part: number) => {
      for (let i = part; i < links.length; i += 20) await acknowledge(links[i]!.token);
    };
    const answering = Promise.all(Array.from({ length: 20 }, (_, part) => answer(part)));
    await Promise.all([watch(), answering.finally(() => (isOver = true))]);
    expect(looks.length).toBeGreaterThan(5);
    for (const { total, kinds } of looks) {
      expect([total.total, sum(total)]).toEqual([MANY, MANY]);
      for (const { counts } of kinds) expect(sum(counts)).toBe(counts.total);
    }
    const counted = looks.map(({ total }) => total.acknowledged);
    expect(counted).toEqual(counted.toSorted((a, b) => a - b));
    expect((await progress()).total).toMatchObject({ acknowledged: MANY, total: MANY });
  }, 120_000);

  it('sees what the facts say, folded or not', async () => {
    const facts = await office.database.query(
      `SELECT kind, state, count(*)::integer AS count FROM recipient_status
       GROUP BY 1, 2 ORDER BY 1, 2`,
    );
    const counted = () =>
      office.database.query(
        `SELECT kind, state, sum(count)::integer AS count FROM dispatch_counts
         GROUP BY 1, 2 HAVING sum(count) <> 0 ORDER BY 1, 2`,
      );
    expect(await counted()).toEqual(facts);
    await office.database.query('SELECT fold_standing_changes()');
    expect(await counted()).toEqual(facts);
  });

  it('follows the curve to its end', async () => {
    const { curve, median, ninetieth, total } = await progress();
    expect(curve.at(-1).acknowledged).toBe(total.acknowledged);
    expect(median).toBeLessThanOrEqual(ninetieth);
    const page = await leader.get(`/dispatches/${id}/progress`).expect(200);
    expect(page.text).toContain(`${inWords(MANY)} nơi (100%) xác nhận trong`);
    expect(page.text).toContain(`<svg class="chart" role="img" aria-label="${inWords(MANY)} nơi`);
  });
});

describe('the progress of a dispatch', () => {
  let office: SendingOffice;
  let leader: Browser;
  let id: string;
  let links: Awaited<ReturnType<typeof linksOf>>;

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(120) });
    leader = await office.as('lanhdao');
    id = await seedId(office);
    await signed(office, id);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await office.mailbox.received(120);
    links = await linksOf(office, id);
  });
  afterAll(() => office?.close());

  const get = async (path: string) => (await leader.get(path).expect(200)).body;
  const acknowledge = (token: string) =>
    office.anyone.post(`/api/acknowledgements/${token}`).send(PERSON).expect(200);

  it('comes to the page by itself', async () => {
    const signedIn = await leader.get(`/dispatches/${id}/progress`).expect(200);
    expect(signedIn.text).toContain(`hx-sse:connect="/dispatches/${id}/progress/live"`);
    expect(signedIn.text).toContain(
      '<noscript><meta http-equiv="refresh" content="30"/></noscript>',
    );
    const stream = await watching(office, leader, id);
    expect(await stream.next()).toContain('0/120 nơi');
    await acknowledge(links[0]!.token);
    expect(await stream.next()).toContain('1/120 nơi');
    await stream.close();
  });

  it('is nothing for another office to watch', async () => {
    await aStranger(office, 'khach');
    const stranger = await office.as('khach');
    await stranger.get(`/dispatches/${id}/progress/live`).expect(404);
    await stranger.get(`/dispatches/${id}/progress`).expect(404);
    await office.anyone.get(`/dispatches/${id}/progress/live`).expect(303);
  });

  it('counts what was sent back, and what was withdrawn, and calls neither late', async () => {
    const [, refusing, withdrawn] = links;
    for (const { token } of [refusing!, withdrawn!]) {
      await office.anyone
        .post(`/api/refusals/${token}`)
        .send({ ...PERSON, reason: 'wrong-addressee' })
        .expect(200);
    }
    const clerk = await office.as('vanthu');
    await clerk
      .post(`/recipients/${withdrawn!.id}/answer`)
      .type('form')
      .send({ answer: 'withdrawn', note: 'Gửi nhầm' })
      .expect(303);
    await office.database.query(`UPDATE recipients SET acknowledge_by = now() - interval '1 hour'`);
    const { total } = await get(`/api/dispatches/${id}/progress`);
    expect(total).toMatchObject({
      acknowledged: 1,
      refused: 1,
      withdrawn: 1,
      late: 117,
      total: 120,
    });
    expect(sum(total)).toBe(120);
    const { items } = await get(`/api/dispatches/${id}/recipients?state=refused`);
    expect(items).toMatchObject([{ id: refusing!.id, late: false }]);
    const page = await leader.get(`/dispatches/${id}/progress?state=withdrawn`).expect(200);
    expect(page.text).toContain('1 nơi nhận');
  });

  it('leads from a district to its list', async () => {
    const { districts } = await get(`/api/dispatches/${id}/progress`);
    expect(districts).toHaveLength(8);
    const [most] = districts;
    const { total } = await get(`/api/dispatches/${id}/recipients?district=${most.id}`);
    expect(total).toBe(most.total);
    const all = districts.reduce(
      (count: number, { total: one }: { total: number }) => count + one,
      0,
    );
    expect(all).toBe(
      links.filter(({ kind }) => ['district', 'culture', 'commune', 'station'].includes(kind))
        .length,
    );
  });
});

/** The live part of the page as it comes. */
async function watching(office: SendingOffice, browser: Browser, id: string) {
  const end = new AbortController();
  const cookie = (
    browser as unknown as { jar: { getCookies(at: object): { toValueString(): string } } }
  ).jar
    .getCookies({ path: '/', domain: '127.0.0.1', secure: false, script: false } as object)
    .toValueString();
  const response = await fetch(`${office.address}/dispatches/${id}/progress/live`, {
    headers: { cookie },
    signal: end.signal,
  });
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  return {
    async next(): Promise<string> {
      while (!text.includes('\n\n')) text += (await reader.read()).value!;
      const [event, ...rest] = text.split('\n\n');
      text = rest.join('\n\n');
      return event!.includes('data:') ? event! : this.next();
    },
    async close(): Promise<void> {
      end.abort();
    },
  };
}
