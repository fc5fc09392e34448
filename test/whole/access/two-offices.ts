import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import request from 'supertest';
import { ROLES, type Role } from '../../../src/office/accounts/account.entity.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { formBody } from '../../support/form.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';
import { anOffice } from '../../support/people.ts';
import { aDraft, draftedBy, seedId, signed } from '../../support/seed.ts';

/** The sample's person of each role. */
export const PEOPLE: Record<Role, string> = {
  drafter: 'chuyenvien',
  signer: 'phogiamdoc',
  clerk: 'vanthu',
  leader: 'lanhdao',
  administrator: 'quantri',
  recipient: 'vanthuxa',
};

export interface TwoOffices extends TestOffice {
  /** Signed in, by role; signs in again when the route before has ended the session. */
  person(role: Role, isStranger?: boolean, before?: string): Promise<Browser>;
  /** Something of ours for every parameter of a path. */
  fill(path: string): string;
  ours: { dispatch: string; mandate: string; signer: string };
}

/** Ours with something in every drawer, and another office with nobody's papers but its own. */
export async function twoOffices(): Promise<TwoOffices> {
  const office = await testOffice({ directory: scaledDirectory(80) });
  await anOffice(office.database);
  await office.database.query(
    `INSERT INTO agency_kinds (office_id, code, name, position)
     SELECT other.id, kinds.code, kinds.name, position
     FROM agency_kinds kinds, offices other WHERE other.code = 'SNV'`,
  );
  await office.database.query(
    `INSERT INTO accounts (office_id, username, full_name, post, roles, password_hash)
     SELECT office_id, $1, 'Bùi Thị Lan', 'Văn thư xã', '{recipient}', password_hash
     FROM accounts WHERE 'clerk' = ANY (roles)`,
    [PEOPLE.recipient],
  );
  await office.database.query(
    `INSERT INTO accounts (office_id, username, full_name, post, roles, password_hash)
     SELECT other.id, 'la-' || roles[1], 'Người lạ', 'Chuyên viên', roles, password_hash
     FROM accounts, offices AS other WHERE other.code = 'SNV'`,
  );
  await office.database.query(
    `INSERT INTO agency_groups (office_id, name, kinds)
     SELECT other.id, g.name, kinds FROM agency_groups g, offices other WHERE other.code = 'SNV'`,
  );
  const [drafter, signer, clerk] = await Promise.all(
    ['chuyenvien', 'phogiamdoc', 'vanthu'].map((username) => office.as(username)),
  );
  const issued = await draftedBy(drafter!, await aDraft(office));
  await signed(office, issued);
  await clerk!
    .post(`/api/dispatches/${issued}/issuance`)
    .send({ withoutAddress: true })
    .expect(201);
  const one = async (sql: string): Promise<string> => (await office.database.query(sql))[0].id;
  await office.database.query(
    `INSERT INTO agencies (office_id, code, name, kind, valid_from)
     SELECT id, 'XL', 'Xã lạ', 'commune', '2024-01-01' FROM offices WHERE code = 'SNV'`,
  );
  await office.database.query(
    `INSERT INTO agency_people (account_id, agency_id, added_by)
     SELECT account.id, agency.id, account.id FROM accounts account JOIN agencies agency
     ON agency.id = CASE WHEN username = $1 THEN (SELECT agency_id FROM recipients LIMIT 1)
                         ELSE (SELECT id FROM agencies WHERE code = 'XL') END
     WHERE 'recipient' = ANY (roles)`,
    [PEOPLE.recipient],
  );
  const waiting = await seedId(office);
  await drafter!.post(`/api/dispatches/${waiting}/submission`).expect(201);
  const batch = randomUUID();
  const { body: desk } = await signer!.get('/api/signing-desk').expect(200);
  const items = desk.map((item: { dispatch: { id: string }; contentSha256: string }) => ({
    dispatchId: item.dispatch.id,
    contentSha256: item.contentSha256,
  }));
  await signer!.post('/api/signing-batches').send({ id: batch, items }).expect(201);
  const ours = {
    dispatch: await draftedBy(drafter!, await aDraft(office)),
    mandate: await one('SELECT id FROM mandates'),
    signer: await one(`SELECT id FROM accounts WHERE username = 'phogiamdoc'`),
  };
  const { body: key } = await clerk!.post('/api/keys').send({ name: 'x', scopes: ['read'] });
  await clerk!.post('/api/agency-kinds').send({ code: 'hoc', name: 'Trường học' }).expect(201);
  await clerk!
    .post('/api/groups')
    .send({ name: 'Các trường', kinds: ['hoc'] })
    .expect(201);
  const { body: area } = await clerk!.post('/api/areas').send({ name: 'Ven biển' }).expect(201);
  const inside = { codes: ['TB.01'], from: '2024-01-01' };
  await clerk!.post(`/api/areas/${area.id}/agencies`).send(inside).expect(204);
  const session = await one('SELECT id FROM sessions');
  const delivery = await one('SELECT id FROM deliveries');
  const { id: change } = (
    await clerk!
      .post('/api/directory-changes')
      .set('Content-Type', 'text/csv')
      .send('code,email\nTB.01,vptu@thaibinh.example')
      .expect(201)
  ).body;
  const { body: template } = await drafter!
    .post('/api/templates')
    .send({ from: issued, name: 'Kiểm tra' })
    .expect(201);
  const writing = randomUUID();
  const unit = await one(
    `INSERT INTO units (office_id, symbol, name, valid_from)
     SELECT id, 'VP', 'Văn phòng', '2024-01-01' FROM offices WHERE code = 'STTTT' RETURNING id`,
  );
  await drafter!.post(`/writings/${writing}`).send({ abstract: 'viết dở' }).expect(200);
  const ids: [RegExp, string][] = [
    [/\/dispatches\/:id/, ours.dispatch],
    [/\/mandates\/:id/, ours.mandate],
    [/^\/(api\/)?people\/:id/, ours.signer],
    [/\/(recipients|inbox)\/:id/, await one('SELECT id FROM recipients LIMIT 1')],
    [/batches\/:id/, batch],
    [/\/deliveries\/:id/, delivery],
    [/\/agencies\/:id/, await one('SELECT id FROM agencies')],
    [/steps\/:id/, await one('SELECT id FROM reminder_steps')],
    [
      /\/groups\/:id/,
      await one('SELECT group_id AS id FROM recipient_lines WHERE group_id IS NOT NULL'),
    ],
    [/\/areas\/:id/, area.id],
    [/changes\/:id/, change],
    [/\/writings\/:id/, writing],
    [/\/templates\/:id/, template.id],
    [/\/sessions\/:id/, session],
    [/\/keys\/:id/, key.id],
    [/\/heads\/:id/, await one(`SELECT id FROM office_heads WHERE symbol = 'STTTT'`)],
    [/\/units\/:id/, unit],
  ];
  const browsers = new Map<string, Browser>();
  return {
    ...office,
    ours,
    async person(role, isStranger = false, before = '') {
      const maySignOut = /session|password/.test(before);
      const username = isStranger ? `la-${role}` : PEOPLE[role];
      const known = browsers.get(username);
      if (known && !(maySignOut && (await known.get('/api/session')).status !== 200)) return known;
      const browser = await office.as(username);
      browsers.set(username, browser);
      return browser;
    },
    fill(path) {
      const found = ids.find(([pattern]) => pattern.test(path));
      return path
        .replace(':delivery', delivery)
        .replace(':year', '2026')
        .replace(':id', found?.[1] ?? randomUUID())
        .replace(':entered', randomUUID())
        .replace(':rung', 'head')
        .replace(':kind', 'hoc')
        .replace(/:(token|passkey|sha256|version|name|code)/g, 'khong-co')
        .replace(':identifier', randomUUID())
        .replace(/:(person|recipient)/, randomUUID());
    },
  };
}

/** Every route that Express knows: `GET /dispatches/:id`. */
export function routesOf({ app }: TestOffice): string[] {
  interface Layer {
    route?: { path: string; methods: Record<string, boolean> };
  }
  const { router } = app.getHttpAdapter().getInstance() as { router: { stack: Layer[] } };
  return router.stack.flatMap(({ route }) =>
    route ? Object.keys(route.methods).map((verb) => `${verb.toUpperCase()} ${route.path}`) : [],
  );
}

/** One request without following where it leads. */
export function send(browser: Browser, route: string, path: string, body: object = {}) {
  const method = route.split(' ')[0]!.toLowerCase() as 'get' | 'post' | 'put' | 'delete';
  const sent = browser[method](path).redirects(0);
  if (path.endsWith('/live')) return sent.buffer(true).parse(headAlone);
  if (method === 'get' || method === 'delete') return sent;
  return path.startsWith('/api/') ? sent.send(body) : sent.type('form').send(formBody(body));
}

/** Of a stream without an end. */
const headAlone: Parameters<request.Test['parse']>[0] = (response, done) => {
  done(null, '');
  (response as unknown as IncomingMessage).destroy();
};

/** Whether the door stayed shut: not known, or not allowed. */
export function isRefused({ status, headers }: request.Response): boolean {
  const toSignIn = status === 303 && /^\/signin[^?]*\?to=/.test(String(headers['location']));
  return status === 401 || status === 403 || toSignIn;
}

export { ROLES };
