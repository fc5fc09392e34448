import { byName } from '../../src/platform/text/name-order.ts';
import { migrate } from '../../src/database/migrate.ts';
import { scaledDirectory } from '../../src/dev/sample/sample-directory.ts';
import { describeWith, run } from '../engines/page/outside-tool.ts';
import { debianPostgres, INITDB } from '../support/debian-postgres.ts';
import { testOffice, type Browser, type TestOffice } from '../support/office.ts';
import { seedId, signed } from '../support/seed.ts';
import { onServer, siblingUrl } from '../support/server.ts';
import { until } from '../support/until.ts';

/** Codes and names of communes that one locale or another sorts otherwise. */
const COMMUNES = [
  ['xa-2', 'Yên Mỹ'],
  ['XA.10', 'Đông Á'],
  ['xa1', 'Ân Thi'],
  ['Đ1', 'Dân Tiến'],
  ['D2', 'Ăn Thịnh'],
  ['XA 3', 'an Bình'],
  ['E1', 'Ỷ La'],
  ['XA-3', 'Ứng Hòa'],
  ['d-1', 'Đông-Á'],
] as const;

const directory = [
  ...scaledDirectory(80),
  ...COMMUNES.map(([code, name], at) => ({
    code,
    name,
    kind: 'commune',
    parent_code: '',
    valid_from: '2010-01-01',
    email: `xa${at}@thaibinh.example`,
  })),
];

/** Of the C library; a bare Debian has none but C. */
const hasEnglish = /^en_US\.utf-?8$/im.test(run('locale', '-a'));

/** What the server of a database was created with. */
const SERVERS: [locale: string, initdb: string[]][] = [
  ['C', ['--locale=C']],
  ['en-US of ICU', ['--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US']],
  ...(hasEnglish ? [['en_US.UTF-8', ['--locale=en_US.UTF-8']] as [string, string[]]] : []),
];

type Lists = Record<string, string[]>;

describeWith([INITDB], 'lists are in the order of Vietnamese names', () => {
  let usual: Lists;
  beforeAll(async () => {
    usual = await listsOn();
  });

  it('of their codes within a kind, of their names elsewhere', () => {
    const communes = usual['recipients']!.filter((code) => COMMUNES.some(([one]) => one === code));
    expect(communes).toHaveLength(COMMUNES.length);
    for (const list of [communes, usual['calls']!, usual['refusals']!, usual['groups']!]) {
      expect(list.length).toBeGreaterThan(4);
      expect(list).toEqual(list.toSorted(byName));
    }
  });

  it.each(SERVERS)('on a server that was created for %s as well', async (_, initdb) => {
    const server = await debianPostgres(initdb);
    try {
      await onServer(server.url, `CREATE DATABASE office TEMPLATE template0 ENCODING 'UTF8'`);
      const url = siblingUrl(server.url, 'office');
      const [own] = await onServer<{ codes: string[] }>(
        url,
        `SELECT array_agg(code ORDER BY code) AS codes FROM unnest('{${COMMUNES.map(([code]) => code).join(',')}}'::text[]) AS code`,
      );
      await migrate(url);
      expect(await listsOn({ DATABASE_URL: url })).toEqual(usual);
      // Its own order would have been another.
      expect(own!.codes).not.toEqual(own!.codes.toSorted(byName));
    } finally {
      await server.stop();
    }
  });
});

async function listsOn(env?: { DATABASE_URL: string }): Promise<Lists> {
  const office = await testOffice({ directory, env });
  try {
    return await listsOf(office);
  } finally {
    await office.close();
  }
}

/** Every list that people look something up in by its place, once the sample's dispatch is issued. */
async function listsOf(office: TestOffice): Promise<Lists> {
  const clerk = await office.as('vanthu');
  for (const name of ['Yên', 'Đông', 'Dân', 'Ân', 'ăn']) {
    await clerk
      .post('/api/groups')
      .send({ name, kinds: ['commune'] })
      .expect(201);
  }
  const id = await seedId(office);
  await signed(office, id);
  await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
  await until('its file is made', async () => {
    const made = 'SELECT FROM delivery_runs WHERE dispatch_id = $1';
    return (await office.database.query(made, [id])).length > 0;
  });
  await office.database.query(
    `INSERT INTO reminders (recipient_id, step_id, dispatch_id, planned_for, fate)
     SELECT recipients.id, step.id, dispatch_id, now(), 'call'
     FROM recipients, reminder_steps step WHERE rung = 'telephone' AND recipients.kind = 'commune'`,
  );
  const lists = {
    recipients: await all(clerk, `/api/dispatches/${id}/recipients`, 'code'),
    agencies: await all(clerk, '/api/agencies', 'code'),
    calls: await all(clerk, '/api/calls', 'name'),
  };
  await office.database.query(
    `INSERT INTO refusals (recipient_id, file_sha256, name, post, how, reason)
     SELECT recipients.id, issuances.file_sha256, 'Nguyễn Văn A', 'Văn thư', 'link', 'wrong-addressee'
     FROM recipients JOIN issuances USING (dispatch_id) WHERE kind = 'commune'`,
  );
  const { text } = await clerk.get('/desk').expect(200);
  const groups = await clerk.get('/api/groups').expect(200);
  return {
    ...lists,
    refusals: [...text.matchAll(/<b>([^<]+) từ chối tiếp nhận:/g)].map(([, name]) => name!),
    groups: groups.body.map(({ name }: { name: string }) => name),
  };
}

async function all(browser: Browser, path: string, what: string): Promise<string[]> {
  const found: string[] = [];
  for (let page = 1; ; page += 1) {
    const { body } = await browser.get(path).query({ page }).expect(200);
    const items = body.items as Record<string, string>[];
    found.push(...items.map((each) => each[what]!));
    if (items.length === 0 || found.length >= body.total) return found;
  }
}
