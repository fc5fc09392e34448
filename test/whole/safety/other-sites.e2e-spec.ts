import type { Role } from '../../../src/office/accounts/account.entity.ts';
import { accessTable } from '../access/access-table.ts';
import { VERB_OF } from '../access/routes.ts';
import { routesOf, send, twoOffices, type TwoOffices } from '../access/two-offices.ts';

/** What browsers say of a form that stands on somebody else's page. */
const ELSEWHERE = [
  { 'Sec-Fetch-Site': 'cross-site' },
  { 'Sec-Fetch-Site': 'same-site' },
  { 'Sec-Fetch-Site': 'cross-site', Origin: 'http://noi-nhan.example' },
  { Origin: 'https://evil.example' },
  { Origin: 'http://noi-nhan.example.evil.example' },
  { Origin: 'null' },
  { Origin: 'not an address' },
];

describe('a page of another site', () => {
  let office: TwoOffices;
  let writing: string[];
  beforeAll(async () => {
    office = await twoOffices();
    writing = routesOf(office).filter((route) => !route.startsWith('GET '));
  }, 60_000);
  afterAll(() => office?.close());

  it('changes nothing: every form and every verb is refused, whoever is signed in', async () => {
    const table = accessTable();
    const before = await counts();
    const wrong: string[] = [];
    for (const route of writing) {
      const verb = VERB_OF.get(route)!;
      const role: Role = table.get(verb)?.[0] ?? 'clerk';
      const person = await office.person(role);
      for (const headers of ELSEWHERE) {
        const path = office.fill(route.split(' ')[1]!);
        const { status } = await send(person, route, path).set(headers);
        if (status !== 403) wrong.push(`${route} ${JSON.stringify(headers)} ${status}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(writing.length).toBeGreaterThan(80);
    expect(await counts()).toEqual(before);
  });

  it('reads nothing: no answer allows another origin', async () => {
    const clerk = await office.person('clerk');
    for (const path of ['/api/dispatches', '/desk', '/api/session']) {
      for (const method of ['get', 'options'] as const) {
        const { headers } = await clerk[method](path)
          .set({ Origin: 'https://evil.example' })
          .redirects(0);
        expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual(
          [],
        );
      }
    }
  });

  /** What a stranger would like to write, and what must not grow by being asked. */
  async function counts(): Promise<object> {
    const [row] = await office.database.query(
      `SELECT (SELECT count(*) FROM dispatches) AS dispatches,
              (SELECT count(*) FROM signatures) AS signatures,
              (SELECT count(*) FROM acknowledgements) AS acknowledgements,
              (SELECT count(*) FROM accounts) AS accounts`,
    );
    return row;
  }
});
