import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import type { Role } from '../../../src/office/accounts/account.entity.ts';
import { accessTable } from '../access/access-table.ts';
import { VERB_OF } from '../access/routes.ts';
import { routesOf, twoOffices, type TwoOffices } from '../access/two-offices.ts';
import { aDraft } from '../../support/seed.ts';
import { sampled } from '../../support/lane.ts';

const MARK = `"><script>alert(1)</script><img src=x onerror=alert(2)>'; DROP TABLE dispatches; --`;
const LONG = 'a'.repeat(1_100_000);

const TABLE = accessTable();

describe('whatever is sent', () => {
  let office: TwoOffices;
  let routes: string[];
  beforeAll(async () => {
    office = await twoOffices();
    routes = routesOf(office).filter((route) => !/\/live$|docs|\/metrics|openid/.test(route));
  }, 60_000);
  afterAll(() => office?.close());

  const personFor = async (route: string) => {
    const verb = VERB_OF.get(route)!;
    if (verb === 'anyone') return office.anyone;
    const role: Role = TABLE.get(verb)?.[0] ?? 'clerk';
    return office.person(role, false, '/session');
  };
  let turn = 0;
  /** Routes whose answer is the server's own fault. */
  const faultsOf = async (
    wanted: (route: string) => boolean,
    tell: (
      person: Awaited<ReturnType<typeof personFor>>,
      method: string,
      path: string,
    ) => Promise<{ status: number }>,
  ): Promise<string[]> => {
    const wrong: string[] = [];
    // Every input of the gate meets every third route, and every route every third input.
    turn += 1;
    for (const route of sampled(routes.filter(wanted), (_, at) => at % 3 === turn % 3)) {
      const [method, template] = route.split(' ') as [string, string];
      const { status } = await tell(await personFor(route), method.toLowerCase(), template);
      if (status >= 500) wrong.push(`${route} ${status}`);
    }
    return wrong;
  };
  const isRead = (route: string) => route.startsWith('GET ');
  const isWrite = (route: string) => !/^(GET|DELETE) /.test(route);

  it.each([
    'q=%00&page=1',
    'page=99999999999999999999&state=x&year=-1&from=0000-00-00&to=9999-99-99',
    'page=1e9&q[]=a&state[x]=b&from=a&to=b&kind=%00',
    'page=-1&q=(((&__proto__[x]=1&constructor=x&recipient=x&day=2024-02-31',
  ])('in a query, breaks nothing: %s', async (query) => {
    const wrong = await faultsOf(isRead, (person, _method, path) =>
      person.get(office.fill(path)).query(query).redirects(0),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    '%00',
    '%ff',
    '..%2f..%2fpackage.json',
    "'%20OR%201=1--",
    '%0d%0aSet-Cookie:x=1',
    'constructor',
  ])('in a path, breaks and opens nothing: %s', async (odd) => {
    const wrong = await faultsOf(
      (route) => route.includes(':'),
      async (person, method, path) => {
        const odder = path.replaceAll(/:\w+/g, odd);
        const answer = await person[method as 'get'](odder).redirects(0);
        expect(answer.headers['set-cookie']?.toString() ?? '').not.toContain('x=1');
        expect(answer.text ?? '').not.toContain('"noi-nhan"');
        return answer;
      },
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    { type: 'json', body: '{"a":' },
    { type: 'json', body: '[]' },
    { type: 'json', body: 'null' },
    { type: 'json', body: '"\\u0000"' },
    { type: 'json', body: `${'{"a":'.repeat(2000)}1${'}'.repeat(2000)}` },
    { type: 'form', body: 'name=%ff%fe&note=%00&reason=%c3%28&abstract=%ed%a0%80' },
    {
      type: 'form',
      body: 'a[b][c][d][e][f][g]=1&__proto__[x]=1&items[0][x]=1&copies=1&addressees=x',
    },
  ])('as a body, is an answer and no accident: $type $body', async ({ type, body }) => {
    const wrong = await faultsOf(isWrite, (person, method, path) =>
      person[method as 'post'](office.fill(path)).type(type).send(body).redirects(0),
    );
    expect(wrong).toEqual([]);
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });

  it('is refused when it is too large, with a sentence', async () => {
    const clerk = await office.person('clerk', false, '/session');
    const answers = [
      await clerk.post('/api/dispatches').send({ body: LONG }),
      await clerk.post('/dispatches').type('form').send(`body=${LONG}`),
      await clerk.post('/api/session').send({ username: LONG }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([413, 413, 413]);
    expect(answers[1]!.text).toContain('Dữ liệu gửi lên quá lớn.');
    const csv = await clerk.post('/api/agencies/import').type('text/csv').send(LONG.repeat(5));
    expect(csv.status).toBe(413);
  });

  it('is stored as letters: NUL, half a character and broken UTF-8 are told to the person', async () => {
    const drafter = await office.person('drafter', false, '/session');
    for (const odd of ['a\u0000b', 'a\ud800b']) {
      const draft = await aDraft(office, { abstract: odd, body: odd, mandateId: undefined });
      const { status } = await drafter.post('/api/dispatches').send(draft);
      expect([201, 422]).toContain(status);
    }
    const broken = 'abstract=%ff&symbol=A&body=%c3%28&addressees[0][text]=x&copies[0][text]=x';
    const { status } = await drafter.post('/dispatches').type('form').send(broken).redirects(0);
    expect(status).toBeLessThan(500);
  });

  it('is shown as it was written, and runs nowhere', async () => {
    const [drafter, clerk] = await Promise.all([
      office.person('drafter', false, '/session'),
      office.person('clerk', false, '/session'),
    ]);
    const draft = await aDraft(office, {
      abstract: MARK,
      body: MARK,
      symbol: 'STTTT-VP',
      mandateId: office.ours.mandate,
      legalBases: [MARK],
      annexes: [{ title: MARK, body: MARK }],
      addressees: [{ text: 'Các sở, ban, ngành tỉnh' }],
      copies: [{ text: 'Lưu: VT' }],
    });
    const stored = await drafter.post('/api/dispatches').send(draft);
    expect(stored.body).toMatchObject({ id: expect.any(String) });
    const [{ id: agency }] = await office.database.query('SELECT id FROM agencies LIMIT 1');
    const forms: [string, object][] = [
      ['/dispatches', { abstract: MARK, symbol: MARK, body: MARK, 'addressees[0][text]': MARK }],
      [`/directory/agencies/${agency}/people`, { fullName: MARK, post: MARK, username: MARK }],
      ['/directory/groups', { name: MARK, codes: MARK }],
      ['/mandates', { post: MARK, basis: MARK, onBehalfOf: MARK, validFrom: MARK }],
      ['/reminders/contacts/head', { name: MARK, email: MARK }],
      ['/account/password', { password: MARK, next: MARK }],
      ['/account/keys', { name: MARK }],
    ];
    const shown: string[] = [];
    for (const [path, values] of forms) {
      shown.push((await clerk.post(path).type('form').send(values).redirects(1)).text);
    }
    const pages = [
      `/dispatches/${stored.body.id}`,
      `/dispatches/${stored.body.id}/edit`,
      '/dispatches',
      `/dispatches/${stored.body.id}/versions`,
      '/dispatches?q=%3Cscript%3E',
      '/account',
      '/reminders',
      '/directory?q=%22%3E%3Cscript%3E',
      '/desk',
      '/mandates',
      '/board',
      '/directory',
      `/directory/agencies/${agency}/people`,
    ];
    for (const path of pages) shown.push((await clerk.get(path).expect(200)).text);
    shown.push(
      (
        await office.anyone
          .get('/signin')
          .query({ to: `/${MARK}` })
          .expect(200)
      ).text,
    );
    for (const html of shown) expect(html).not.toMatch(/<script>|<img src=x/);
    expect(shown.filter((html) => html.includes('&lt;script')).length).toBeGreaterThan(5);
    const [{ count }] = await office.database.query('SELECT count(*)::int FROM dispatches');
    expect(count).toBeGreaterThan(3);
  });

  describe('in the head of a request', () => {
    const long = 'x'.repeat(70_000);
    const huge = 'x'.repeat(5_000_000);
    const two = 'Content-Length: 4\r\nTransfer-Encoding: chunked';
    const raw = async (head: string) => {
      const { hostname, port } = new URL(office.address);
      const socket = connect(Number(port), hostname);
      socket.end(head);
      return textOf(socket);
    };

    // Whoever is still sending when the answer comes must be able to read it.
    it.each([
      [431, 'a long cookie', `GET /signin HTTP/1.1\r\nHost: x\r\nCookie: ${long}\r\n\r\n`],
      [431, 'an endless cookie', `GET /signin HTTP/1.1\r\nHost: x\r\nCookie: ${huge}\r\n\r\n`],
      [431, 'a long address', `GET /${long} HTTP/1.1\r\nHost: x\r\n\r\n`],
      [400, 'a NUL', 'GET /signin HTTP/1.1\r\nHost: x\r\nX: a\nb\0c\r\n\r\n'],
      [400, 'two lengths', `POST /session HTTP/1.1\r\nHost: x\r\n${two}\r\n\r\n0\r\n\r\n`],
      [405, 'a tunnel', 'CONNECT a:1 HTTP/1.1\r\nHost: a:1\r\n\r\n'],
      [400, 'no host', 'GET /signin HTTP/1.1\r\n\r\n'],
      [400, 'another protocol', `\x16\x03\x01${long}`],
      [400, 'much after a bad line', `GET\r\n\r\n${huge}`],
    ])(
      'answers %i to %s, and ends the connection, not the process',
      async (status, _what, head) => {
        expect(await raw(head)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
        await office.anyone.get('/signin').expect(200);
      },
    );
  });
});
