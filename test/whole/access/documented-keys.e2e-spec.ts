import type { OpenAPIObject } from '@nestjs/swagger';
import request from 'supertest';
import { openApiOf } from '../../../src/openapi.ts';
import type { Browser } from '../../support/office.ts';
import { VERB_OF } from './routes.ts';
import { isRefused, ROLES, routesOf, send, twoOffices, type TwoOffices } from './two-offices.ts';

interface Operation {
  security: Record<string, string[]>[];
}

describe('what the documented API says of its doors', () => {
  let office: TwoOffices;
  let programs: Browser[];
  let routes: string[];
  let api: OpenAPIObject;
  beforeAll(async () => {
    office = await twoOffices();
    api = openApiOf(office.app);
    routes = routesOf(office).filter((route) => route.includes(' /api/') && operationOf(route));
    programs = await Promise.all(
      ROLES.map(async (role) => {
        const person = await office.person(role);
        const scopes = ['read', 'draft', 'issue', 'directory'];
        const { body } = await person.post('/api/keys').send({ name: 'x', scopes }).expect(201);
        return request.agent(office.address).set('Authorization', `Bearer ${body.key}`);
      }),
    );
  }, 120_000);
  afterAll(() => office?.close());

  function operationOf(route: string): Operation | undefined {
    const [verb, path] = route.split(' ');
    const documented = path!.replace(/:(\w+)/g, '{$1}');
    return (api.paths[documented] as unknown as Record<string, Operation>)?.[verb!.toLowerCase()];
  }

  const doorsOf = (route: string) =>
    operationOf(route)!
      .security.flatMap((one) => Object.keys(one))
      .toSorted();

  it('names two ways in, the cookie of a session and a key', () => {
    expect(api.components?.securitySchemes).toMatchObject({
      session: { type: 'apiKey', in: 'cookie', name: 'session' },
      key: { type: 'http', scheme: 'bearer' },
    });
    expect(routes.length).toBeGreaterThan(80);
  });

  it('asks nothing of anyone where anyone may come, and a session or a key elsewhere', () => {
    const wrong = routes.filter((route) => {
      const isOpen = VERB_OF.get(route) === 'anyone';
      return isOpen !== (doorsOf(route).length === 0);
    });
    expect(wrong).toEqual([]);
    const withoutSession = routes.filter((route) => {
      const doors = doorsOf(route);
      return doors.length > 0 && !doors.includes('session');
    });
    expect(withoutSession).toEqual([]);
  });

  it('names the key exactly where a key of some role is let in', async () => {
    const wrong: string[] = [];
    for (const route of routes.filter((one) => doorsOf(one).length > 0)) {
      let isLetIn = false;
      for (const program of programs) {
        const answer = await send(program, route, office.fill(route.split(' ')[1]!));
        if (!isRefused(answer)) isLetIn = true;
      }
      if (isLetIn !== doorsOf(route).includes('key')) wrong.push(route);
    }
    expect(wrong).toEqual([]);
  });
});
