import { randomUUID } from 'node:crypto';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import type { Browser } from '../../support/office.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { firstSignIn, openedAccount } from '../../support/people.ts';

const PERSON = { fullName: 'Bùi Thị Lan', post: 'Văn thư xã', username: 'lan.xa' };

describe('much at once', () => {
  let office: SendingOffice;
  let clerk: Browser;
  let drafter: Browser;
  let person: Browser;
  let recipients: string[];

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(586) });
    clerk = await office.as('vanthu');
    drafter = await office.as('chuyenvien');
    const id = await draftedBy(
      drafter,
      await aDraft(office, {
        addressees: [{ text: 'Ủy ban nhân dân các xã, phường, thị trấn' }],
        copies: [{ text: 'Lưu: VT' }],
      }),
    );
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const rows = await office.database.query<{ id: string; agencyId: string }[]>(
      'SELECT id, agency_id AS "agencyId" FROM recipients WHERE dispatch_id = $1 ORDER BY code',
      [id],
    );
    recipients = rows.map((row) => row.id);
    person = await personOf(rows[0]!.agencyId);
  }, 120_000);
  afterAll(() => office?.close());

  /** Somebody of an agency that carries on for all others. */
  async function personOf(agencyId: string): Promise<Browser> {
    await office.database.query(
      `WITH ended AS (UPDATE agencies SET valid_to = current_date - 2
                      WHERE kind = 'commune' AND id <> $1 RETURNING id)
       INSERT INTO agency_successions (predecessor_id, successor_id) SELECT id, $1 FROM ended`,
      [agencyId],
    );
    const people = `/directory/agencies/${agencyId}/people`;
    const { text } = await clerk.post(people).type('form').send(PERSON).expect(201);
    return firstSignIn(office.fresh(), openedAccount(text));
  }

  const acknowledged = async (): Promise<number> =>
    (await office.database.query('SELECT count(*)::integer AS count FROM acknowledgements'))[0]
      .count;
  const acknowledge = (ids: string[]) =>
    person.post('/api/inbox/acknowledgements').send({ recipients: ids });

  it.each([201, 10_000, 25_000])(
    'an inbox does not acknowledge %i, and says how many it would',
    async (count) => {
      const ids = Array.from({ length: count }, () => randomUUID());
      const { status, body } = await acknowledge(ids);
      expect(status).toBe(422);
      expect(body.errors).toEqual([
        {
          path: 'recipients',
          message: expect.stringMatching(/^Mỗi lần xác nhận nhiều nhất 200 văn bản\./),
        },
      ]);
    },
  );

  it('an inbox says the same on its page', async () => {
    const many = recipients.slice(0, 201);
    const page = person.post('/inbox/acknowledgements').type('form').send({ recipients: many });
    const { status, text } = await page;
    expect(status).toBe(422);
    expect(text).toContain('Mỗi lần xác nhận nhiều nhất 200 văn bản.');
    expect(await acknowledged()).toBe(0);
  });

  it('one that is not theirs keeps the rest from being acknowledged', async () => {
    await acknowledge([...recipients.slice(0, 199), randomUUID()]).expect(404);
    expect(await acknowledged()).toBe(0);
  });

  it('others are answered while 200 are acknowledged, each once', async () => {
    const order: string[] = [];
    const many = acknowledge(recipients.slice(0, 200)).then((answer) => {
      order.push('acknowledged');
      return answer;
    });
    for (const path of ['/board', '/ready', '/dispatches']) {
      await clerk.get(path).expect(200);
      order.push(path);
    }
    expect((await many).body).toEqual({ acknowledged: 200 });
    expect(order.indexOf('/board')).toBeLessThan(order.indexOf('acknowledged'));
    expect(await acknowledged()).toBe(200);
    await acknowledge(recipients.slice(0, 200).map((id) => id.toUpperCase())).expect(200);
    expect(await acknowledged()).toBe(200);
  });

  it.each([
    ['objects', '{"a":', '1', '}'],
    ['lists', '[', '', ']'],
    ['both', '{"a":[', '', ']}'],
  ])(
    '%s within one another are refused in words, however deep',
    async (_what, open, core, close) => {
      for (const depth of [40, 5000, 120_000]) {
        const body = open.repeat(depth) + core + close.repeat(depth);
        for (const path of ['/api/dispatches', '/api/documents/preview', '/api/session']) {
          const answer = await drafter.post(path).type('json').send(body);
          expect(answer.status).toBe(400);
          expect(answer.body.title).toContain('lồng nhau quá 32 lớp');
        }
      }
    },
  );

  it('a list of faults ends where nobody reads on', async () => {
    const dispatches = {
      addressees: Array.from({ length: 20 }, () => ({ text: 1, purpose: 'x' })),
    };
    const { body } = await drafter.post('/api/dispatches').send(dispatches).expect(422);
    expect(body.errors.length).toBeLessThanOrEqual(200);
  });

  it('a text of nothing but lines is looked through for a secrecy mark line by line', async () => {
    for (const filler of ['.\n', '-\n', '*\r\n']) {
      const lines = filler.repeat(Math.floor(190_000 / filler.length));
      const plain = await aDraft(office, { body: `a\n${lines}người mật vụ.` });
      expect((await drafter.post('/api/documents/recipients').send(plain)).status).toBe(200);
      const marked = await aDraft(office, { body: `a\n${lines}\nMẬT\n${lines.slice(0, 100)}` });
      const { body } = await drafter.post('/api/dispatches').send(marked).expect(422);
      expect(body.errors).toContainEqual(expect.objectContaining({ path: 'secrecy' }));
    }
  });

  it('two versions that share no word are compared', async () => {
    const text = (letter: string) =>
      Array.from({ length: 20_000 }, (_, at) => `${letter}${at}`).join(' ');
    const values = await aDraft(office, { body: text('a') });
    const id = await draftedBy(drafter, values);
    const again = { ...values, body: text('b'), revision: 1 };
    await drafter.put(`/api/dispatches/${id}`).send(again).expect(200);
    const { text: page } = await drafter.get(`/dispatches/${id}/versions`).expect(200);
    expect(page).toContain('a19999');
    expect(page).toContain('b19999');
  });

  it('a calendar has no more lines than a year has days', async () => {
    const line = '01/01/2026-31/01/2026 nghỉ Tết\n';
    const days = line.repeat(10_000);
    const answer = await clerk.post('/calendar/2026').type('form').send({ days });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('Nhiều quá 366 dòng');
  });
});
