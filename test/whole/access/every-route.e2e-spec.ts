import { randomUUID } from 'node:crypto';
import type { Role } from '../../../src/office/accounts/account.entity.ts';
import { aDraft } from '../../support/seed.ts';
import { accessTable } from './access-table.ts';
import { VERB_OF } from './routes.ts';
import { rightBodies } from './right-bodies.ts';
import { isRefused, ROLES, routesOf, send, twoOffices, type TwoOffices } from './two-offices.ts';

const TABLE = accessTable();

function rolesFor(verb: string): readonly Role[] {
  if (verb === 'anyone' || verb === 'own account') return ROLES;
  return TABLE.get(verb) ?? [];
}

describe('every route', () => {
  let office: TwoOffices;
  let routes: string[];
  beforeAll(async () => {
    office = await twoOffices();
    routes = routesOf(office);
  }, 60_000);
  afterAll(() => office?.close());

  it('serves a verb of the table (a new one: test/whole/access/routes and ARCHITECTURE.md)', () => {
    expect(routes.filter((route) => !VERB_OF.has(route))).toEqual([]);
    expect([...VERB_OF.keys()].filter((route) => !routes.includes(route))).toEqual([]);
    const verbs = new Set(VERB_OF.values());
    expect([...verbs].filter((verb) => rolesFor(verb).length === 0)).toEqual([]);
    expect([...TABLE.keys()].filter((verb) => !verbs.has(verb))).toEqual([]);
  });

  it('refuses somebody without an account, unless it is for anyone', async () => {
    const wrong: string[] = [];
    for (const route of routes) {
      const answer = await send(office.anyone, route, office.fill(route.split(' ')[1]!));
      const isOpen = VERB_OF.get(route) === 'anyone';
      // Signing in with nothing is refused for what was sent, not for who sent it.
      if (isRefused(answer) === isOpen && answer.status !== 422)
        wrong.push(`${route} ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each(ROLES)('lets a %s do what the table says, nothing else', async (role) => {
    const wrong: string[] = [];
    let before: string | undefined;
    for (const route of routes) {
      const verb = VERB_OF.get(route)!;
      if (verb === 'anyone') continue;
      const person = await office.person(role, false, before);
      before = route;
      const answer = await send(person, route, office.fill(route.split(' ')[1]!));
      const isAllowed = rolesFor(verb).includes(role);
      const isRight = isAllowed ? !isRefused(answer) && answer.status < 500 : answer.status === 403;
      if (!isRight) wrong.push(`${route} ${answer.status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('knows nothing of another office, by address', async () => {
    const known = await rightBodies(office);
    const wrong: string[] = [];
    // These say the same of what is ours, theirs and nobody's: the office numbers at issue, and
    // what cannot be told again cannot be, whatever the reason.
    const sameForAll = /\/(number|replay|replays\/:delivery)$/;
    let before: string | undefined;
    for (const route of routes.filter((one) => one.includes(':id') && !sameForAll.test(one))) {
      const path = office.fill(route.split(' ')[1]!);
      const body = known.find(([pattern]) => pattern.test(route))?.[1];
      for (const role of rolesFor(VERB_OF.get(route)!)) {
        const person = await office.person(role, true, before);
        const answer = await send(person, route, path, body);
        if (answer.status !== 404) wrong.push(`${role} ${route} ${answer.status}`);
      }
      before = route;
    }
    expect(wrong).toEqual([]);
  });

  it('shows nothing of another office, in lists', async () => {
    const reading = routes.filter((route) => route.startsWith('GET ') && !route.includes(':'));
    const [{ name }] = await office.database.query('SELECT name FROM agencies LIMIT 1');
    const [{ abstract }] = await office.database.query('SELECT abstract FROM dispatches LIMIT 1');
    const wrong: string[] = [];
    for (const route of reading) {
      for (const role of rolesFor(VERB_OF.get(route)!)) {
        const { text } = await send(await office.person(role, true), route, route.split(' ')[1]!);
        const seen = [name, abstract, 'Vũ Xuân Thành'].filter((word) => text?.includes(word));
        if (seen.length > 0) wrong.push(`${role} ${route}: ${seen.join(', ')}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('takes nothing of another office, by what is sent', async () => {
    const [drafter, signer, clerk] = await Promise.all(
      (['drafter', 'signer', 'clerk'] as const).map((role) => office.person(role, true)),
    );
    const draft = await aDraft(office, { mandateId: office.ours.mandate });
    const { body } = await drafter!.post('/api/dispatches').send(draft).expect(422);
    expect(JSON.stringify(body)).toContain('Chọn người ký trong danh sách.');
    const signer2 = { accountId: office.ours.signer, capacity: 'head', post: 'GIÁM ĐỐC' };
    const given = await clerk!.post('/api/mandates').send({ ...signer2, validFrom: '2024-01-01' });
    expect([404, 422]).toContain(given.status);
    const layouts = [office.ours.mandate, randomUUID()].map(async (mandateId) => {
      const answer = await drafter!.post('/api/documents/layout').send({ ...draft, mandateId });
      return answer.text;
    });
    const [withOurs, withUnknown] = await Promise.all(layouts);
    expect(withOurs).toBe(withUnknown);
    const items = [{ dispatchId: office.ours.dispatch, contentSha256: '0'.repeat(64) }];
    const batch = await signer!.post('/api/signing-batches').send({ id: randomUUID(), items });
    expect(batch.status).toBe(404);
  });

  it('has its own tries and files in no other way: an unknown token looks like a wrong one', async () => {
    const texts = await Promise.all(
      ['khong-co', 'A'.repeat(43), office.ours.dispatch].map(async (token) => {
        const { status, text } = await office.anyone.get(`/a/${token}`);
        return `${status} ${text}`;
      }),
    );
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toMatch(/^404/);
  });
});
