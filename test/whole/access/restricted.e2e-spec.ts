import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { unzipSync } from 'fflate';
import type { Test } from 'supertest';
import { describeWith } from '../../engines/page/outside-tool.ts';
import type { Browser } from '../../support/office.ts';
import { aDraft } from '../../support/seed.ts';
import { accessTable } from './access-table.ts';
import {
  restrictedDispatches,
  SECRET,
  type Outside,
  type Restricted,
} from './restricted-dispatches.ts';
import { rightBodies } from './right-bodies.ts';
import { VERB_OF } from './routes.ts';
import { routesOf, send, twoOffices, type TwoOffices } from './two-offices.ts';

const OUTSIDE: Outside[] = ['drafter', 'signer', 'leader', 'administrator'];
/** A page that finds nothing shows again what was typed. */
const HALF_TYPED = SECRET.slice(0, -1);

const isOfOne = (route: string) => /\/(dispatches|recipients|deliveries)\/:id/.test(route);

describeWith(['pdftotext'], 'a dispatch that is kept to few', () => {
  let office: TwoOffices;
  let kept: Restricted;
  let routes: string[];
  let known: [RegExp, object][];
  beforeAll(async () => {
    office = await twoOffices();
    kept = await restrictedDispatches(office);
    known = await rightBodies(office);
    routes = routesOf(office).filter((route) => !/session|signin\b|password/.test(route));
  }, 120_000);
  afterAll(() => office?.close());

  const bodyFor = (route: string) => known.find(([pattern]) => pattern.test(route))?.[1];

  it.each(OUTSIDE)(
    'is by no address there for a %s who has nothing to do with it',
    async (role) => {
      const table = accessTable();
      const wrong: string[] = [];
      const theirs = routes.filter(
        (one) => isOfOne(one) && table.get(VERB_OF.get(one)!)!.includes(role),
      );
      expect(theirs.length).toBeGreaterThan(15);
      for (const route of theirs) {
        for (const id of [kept.issued, kept.waiting, kept.signed]) {
          const path = office.fill(kept.fill(route.split(' ')[1]!, id));
          const answer = await send(kept.outside[role], route, path, bodyFor(route));
          if (answer.status !== 404) wrong.push(`${route} ${answer.status}`);
          if (answer.text?.includes(SECRET)) wrong.push(`${route} tells it`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  /** What a reader and everybody else are shown, whatever its form. */
  const feeds = () => [
    ...routes
      .filter((route) => /^GET /.test(route) && !route.includes(':'))
      .map((route) => route.slice('GET '.length)),
    `/dispatches?q=${HALF_TYPED}`,
    `/api/dispatches?q=${HALF_TYPED}`,
    '/dispatches?state=submitted',
    '/api/register.pdf?sheet=A3',
    `/signing/confirmation?items=${kept.waiting}.${'0'.repeat(64)}`,
    ...agencies.map((id) => `/directory/agencies/${id}`),
    ...kept.people.flatMap((id) => [`/people/${id}/leaving`, `/api/people/${id}/leaving`]),
  ];
  let agencies: string[];
  beforeAll(async () => {
    const rows = await office.database.query(
      'SELECT agency_id AS id FROM recipients WHERE id = $1',
      [kept.recipient],
    );
    agencies = rows.map(({ id }: { id: string }) => id);
  });

  async function tellers(person: Browser): Promise<string[]> {
    const found: string[] = [];
    for (const path of feeds()) {
      const answer = person.get(path).redirects(0).buffer(true).parse(bytes);
      const { body, status } = await answer;
      if (status === 200 && wordsOf(body).includes(SECRET)) found.push(path.split('?')[0]!);
    }
    return [...new Set(found)];
  }

  it('is in every list, search, board, register and export of its readers', async () => {
    const all = ['/dispatches', '/api/dispatches', '/board', '/api/board', '/api/punctuality'];
    const register = ['/register', '/api/register', '/api/register.pdf', '/api/register.xlsx'];
    for (const reader of ['drafter', 'unit', 'named', 'signer'] as const) {
      const found = await tellers(kept.inside[reader]);
      expect(found).toEqual(
        expect.arrayContaining([...all, ...register, `/directory/agencies/${agencies[0]}`]),
      );
    }
    expect(await tellers(kept.inside.clerk)).toEqual(
      expect.arrayContaining([...all, ...register, '/desk']),
    );
    expect(await tellers(kept.inside.signer)).toContain('/signing');
  });

  it.each(OUTSIDE)('is in none of those of a %s who has nothing to do with it', async (role) => {
    expect(await tellers(kept.outside[role])).toEqual([]);
  });

  it('is not there for their programs, nor by what is sent', async () => {
    const { drafter, signer } = kept.outside;
    const { body: key } = await drafter.post('/api/keys').send({ name: 'x', scopes: ['read'] });
    const program = (path: string) =>
      office.anyone.get(path).set('Authorization', `Bearer ${key.key}`);
    await program(`/api/dispatches/${kept.issued}`).expect(404);
    const { body: found } = await program(`/api/dispatches?q=${SECRET}`).expect(200);
    expect(found).toEqual({ items: [], total: 0 });
    const draft = await aDraft(office, { formerId: kept.issued, relation: 'replaces' });
    await drafter.post('/api/dispatches').send(draft).expect(404);
    await drafter.get(`/dispatches/new?from=${kept.issued}`).expect(404);
    await drafter.post('/api/templates').send({ from: kept.issued, name: 'Mẫu' }).expect(404);
    const typed = { dispatchId: kept.waiting, abstract: 'x' };
    await drafter.post(`/writings/${randomUUID()}`).send(typed).expect(404);
    await drafter.post(`/writings/${randomUUID()}/presence`).send(typed).expect(404);
    await drafter.get(`/writings/${kept.writing}`).expect(404);
    await drafter.post(`/dispatches/${kept.waiting}`).type('form').send({}).expect(404);
    const items = [{ dispatchId: kept.waiting, contentSha256: '0'.repeat(64) }];
    await signer.post('/api/signing-batches').send({ id: randomUUID(), items }).expect(404);
  });

  it('has its line in their register: number, symbol, day and type', async () => {
    const { body } = await kept.outside.leader.get('/api/register').expect(200);
    const { body: whole } = await kept.inside.clerk.get('/api/register').expect(200);
    const line = (
      items: { isWithheld: boolean; subject: string }[],
      pick: (subject: string) => boolean,
    ) => items.find(({ subject }) => pick(subject));
    const full = line(whole.items, (subject) => subject.includes(SECRET)) as unknown as Record<
      string,
      unknown
    >;
    const bare = body.items.find(({ isWithheld }: { isWithheld: boolean }) => isWithheld);
    const { reference, dated, number, year, fate, sentOn } = full;
    expect(bare).toEqual({
      ...{ reference, dated, number, year, fate, sentOn },
      isWithheld: true,
      dispatchId: null,
      subject: 'Công văn',
      ...{ signer: '', sentTo: '', keptBy: '', copies: null, acknowledged: 0 },
      note: 'Hạn chế đọc',
    });
    expect(body.total).toBe(whole.total);
    expect(body.gaps).toEqual(whole.gaps);
  });

  it('is for its recipients what every dispatch is', async () => {
    const guest = await office.person('recipient');
    await office.database.query(
      `UPDATE agency_people SET agency_id = $2
       WHERE account_id = (SELECT id FROM accounts WHERE username = $1)`,
      ['vanthuxa', agencies[0]],
    );
    const { text } = await guest.get('/inbox').expect(200);
    expect(text).toContain(SECRET);
  });
});

const bytes: Parameters<Test['parse']>[0] = (response, done) => {
  const chunks: Buffer[] = [];
  response.on('data', (chunk: Buffer) => chunks.push(chunk));
  response.on('end', () => done(null, Buffer.concat(chunks)));
};

/** Of a page, of JSON, of a PDF, of what is zipped. */
function wordsOf(body: Buffer): string {
  if (body.subarray(0, 4).toString() === '%PDF') {
    return execFileSync('pdftotext', ['-', '-'], { input: body }).toString();
  }
  if (body.subarray(0, 2).toString() !== 'PK') return body.toString();
  return Object.values(unzipSync(body))
    .map((part) => Buffer.from(part).toString())
    .join('\n');
}
