import type { Logger } from 'typeorm';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { verifyJournal } from '../../../src/office/journal/verify-journal.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { seedId, signed } from '../../support/seed.ts';

const PERSON = { name: 'Nguyễn Văn An', post: 'Văn thư' };
const RECIPIENTS = 80;

describe('when an urgent dispatch has gone out', () => {
  let office: SendingOffice;
  let links: string[];

  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(RECIPIENTS) });
    const id = await seedId(office);
    await signed(office, id);
    const clerk = await office.as('vanthu');
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    await office.mailbox.received(RECIPIENTS);
    links = await Promise.all(
      Array.from({ length: RECIPIENTS }, async (_, index) => {
        const { text } = await office.mailbox.read(index + 1);
        return /http:\/\/noi-nhan\.example(\/a\/[\w-]{43})\n/.exec(text!)![1]!;
      }),
    );
  });
  afterAll(() => office?.close());

  const acknowledge = (link: string) =>
    office.anyone.post(`${link}/acknowledgement`).type('form').send(PERSON).expect(303);

  /** What recipients had the database asked while `work` ran; workers and sweeps ask, too. */
  const statements = async (work: () => Promise<unknown>): Promise<string[]> => {
    const said: string[] = [];
    const former = office.database.logger;
    const silent = () => {};
    office.database.logger = {
      logQuery: (query) => void said.push(query),
      ...{ logQueryError: silent, logQuerySlow: silent, logSchemaBuild: silent },
      ...{ logMigration: silent, log: silent },
    } satisfies Logger;
    try {
      await work();
    } finally {
      office.database.logger = former;
    }
    return said.filter((query) => /recipient_facts|INTO (readings|acknowledgements)/.test(query));
  };

  it('a page is one statement, and one more when it is opened for the first time', async () => {
    const open = async () => office.anyone.get(links[0]!).expect(200);
    expect(await statements(open)).toHaveLength(2);
    expect(await statements(open)).toHaveLength(1);
  });

  it('an acknowledgement reads, reads again what it holds, and writes; the same again reads', async () => {
    const [link] = links;
    expect(await statements(() => acknowledge(link!))).toHaveLength(3);
    expect(await statements(() => acknowledge(link!))).toHaveLength(1);
  });

  it('everybody at once share transactions, and each is told and counted', async () => {
    const rest = links.slice(1, 60);
    const said = await statements(() => Promise.all(rest.map(acknowledge)));
    const written = said.filter((query) => query.includes('INTO acknowledgements'));
    expect(written.length).toBeLessThan(rest.length / 2);
    const facts = await office.database.query(
      `SELECT count(*)::int AS acknowledged, count(DISTINCT entry.id)::int AS entries,
              count(DISTINCT link.position)::int AS links, count(DISTINCT person.salt)::int AS people
       FROM acknowledgements fact
       JOIN recipients recipient ON recipient.id = fact.recipient_id
       JOIN standings standing ON standing.recipient_id = recipient.id AND standing.state = 'acknowledged'
       JOIN journal_entries entry ON entry.verb = 'acknowledged'
        AND entry.details -> 'facts' -> 'acknowledgements' ? recipient.id::text
       JOIN journal_links link ON link.entry_id = entry.id
       JOIN journal_people person ON person.entry_id = entry.id`,
    );
    const all = rest.length + 1;
    expect(facts).toEqual([{ acknowledged: all, entries: all, links: all, people: all }]);
  });

  it('the same pressed by many at once counts once', async () => {
    const link = links[60]!;
    await Promise.all(Array.from({ length: 20 }, () => acknowledge(link)));
    const { body } = await office.anyone
      .post(`/api/acknowledgements/${link.slice('/a/'.length)}`)
      .send({ name: 'Người khác', post: 'Văn thư' })
      .expect(200);
    expect(body).toMatchObject(PERSON);
    const noted = `SELECT FROM journal_entries WHERE verb = 'acknowledged'`;
    expect(await office.database.query(noted)).toHaveLength(61);
  });

  it('a recipient that somebody else holds keeps nobody waiting', async () => {
    const [held, ...others] = links.slice(61, 70);
    const runner = office.database.createQueryRunner();
    await runner.startTransaction();
    await runner.query(
      `SELECT FROM recipients WHERE token_hash = encode(sha256($1::text::bytea), 'hex') FOR UPDATE`,
      [held!.slice('/a/'.length)],
    );
    let isDone = false;
    const waiting = acknowledge(held!).then(() => (isDone = true));
    await Promise.all(others.map(acknowledge));
    expect(isDone).toBe(false);
    await runner.commitTransaction();
    await runner.release();
    await waiting;
    const page = await office.anyone.get(held!).expect(200);
    expect(page.text).toContain('Đã xác nhận tiếp nhận lúc');
  });

  it('whoever cannot acknowledge is told why, and the others do', async () => {
    const [wrong, ...others] = links.slice(70, 80);
    const asSomebodyElse = office.anyone
      .post(`${wrong}/acknowledgement`)
      .type('form')
      .send({ ...PERSON, agencyId: '00000000-0000-4000-8000-000000000000' });
    const [told] = await Promise.all([asSomebodyElse, ...others.map(acknowledge)]);
    expect(told.status).toBe(409);
    expect((await office.anyone.get(wrong!)).text).not.toContain('Đã xác nhận tiếp nhận lúc');
  });

  it('every fact is in the journal, and the journal is whole', async () => {
    const [report, ...others] = await office.database.transaction('REPEATABLE READ', (manager) =>
      verifyJournal(manager),
    );
    expect(others).toEqual([]);
    expect(report).toMatchObject({ broken: undefined, compared: { differing: 0, faults: [] } });
  });
});
