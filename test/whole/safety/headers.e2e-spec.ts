import type { Role } from '../../../src/office/accounts/account.entity.ts';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import { accessTable } from '../access/access-table.ts';
import { VERB_OF } from '../access/routes.ts';
import { routesOf, send, twoOffices, type TwoOffices } from '../access/two-offices.ts';
import { testOffice } from '../../support/office.ts';

const POLICY = new Map([
  ['default-src', "'none'"],
  ['script-src', "'self'"],
  ['style-src', "'self'"],
  ['img-src', "'self' data:"],
  ['connect-src', "'self'"],
  ['frame-src', "'self' blob:"],
  ['frame-ancestors', "'self'"],
  ['form-action', "'self'"],
  ['base-uri', "'none'"],
  ['object-src', "'none'"],
]);

const REQUIRED: [string, RegExp][] = [
  ['x-content-type-options', /^nosniff$/],
  ['x-frame-options', /^SAMEORIGIN$/],
  ['referrer-policy', /^(same-origin|no-referrer)$/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^same-origin$/],
  ['permissions-policy', /camera=\(\), geolocation=\(\), microphone=\(\)/],
];

/** What a policy would have to allow, or what would lead elsewhere. */
const INLINE: [string, RegExp][] = [
  ['a script in the page', /<script(?![^>]*\ssrc="\/assets\/)[^>]*>/],
  ['a style sheet in the page', /<style\b/],
  ['a style attribute', /<[^>]*\sstyle="/],
  ['a handler', /<[^>]*\son[a-z]+="/],
  ['a script as address', /(href|src|action|formaction)="\s*javascript:/i],
  ['something of another site', /<(script|link|img|iframe|form)[^>]*\s(src|href|action)="https?:/],
  ['htmx that evaluates', /\shx-(on|vals="js:)|hx-trigger="[^"]*\[/],
];

const isOwnPage = (path: string) => !path.startsWith('/api/docs');

describe('every answer', () => {
  let office: TwoOffices;
  beforeAll(async () => {
    office = await twoOffices();
  }, 60_000);
  afterAll(() => office?.close());

  const faultsOf = (headers: Record<string, string>, type: string, text: string): string[] => {
    const policy = new Map(
      (headers['content-security-policy'] ?? '').split('; ').map((part) => {
        const [name, ...sources] = part.split(' ');
        return [name!, sources.join(' ')];
      }),
    );
    // Browsers' own readers of PDF do not run under a policy; X-Frame-Options stays.
    const isRead = type === 'application/pdf';
    const faults = [...POLICY].filter(([name, sources]) => !isRead && policy.get(name) !== sources);
    const missing = REQUIRED.filter(([name, value]) => !value.test(headers[name] ?? ''));
    const inline = type.startsWith('text/html') ? INLINE.filter(([, form]) => form.test(text)) : [];
    const kept = /^(no-store|private, )/.test(headers['cache-control'] ?? '') ? [] : [['kept']];
    return [...faults, ...missing, ...inline, ...kept].map(([name]) => name as string);
  };

  it('forbids what no page needs, and no page needs more', async () => {
    const table = accessTable();
    const wrong: Record<string, string[]> = {};
    let pages = 0;
    for (const route of routesOf(office)) {
      const path = office.fill(route.split(' ')[1]!);
      if (path.endsWith('/live') || !isOwnPage(path)) continue;
      const verb = VERB_OF.get(route)!;
      const role: Role = table.get(verb)?.[0] ?? 'clerk';
      const visitor = verb === 'anyone' ? office.anyone : await office.person(role, false, route);
      const { headers, text } = await send(visitor, route, path);
      const type = headers['content-type'] ?? '';
      if (type.startsWith('text/html')) pages += 1;
      const faults = faultsOf(headers, type, text ?? '');
      if (faults.length > 0) wrong[route] = faults;
    }
    expect(wrong).toEqual({});
    expect(pages).toBeGreaterThan(60);
  });

  it('is as strict where it is an error', async () => {
    const clerk = await office.person('clerk');
    for (const asked of [
      clerk.get('/nowhere'),
      clerk.get('/dispatches/%ff'),
      clerk.get('/signing'),
      clerk.post('/api/session').type('json').send('{'),
    ]) {
      const { status, headers, text } = await asked.set('Accept', 'text/html');
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
      expect(faultsOf(headers, headers['content-type']!, text)).toEqual([]);
      expect(text).not.toMatch(/node_modules|at \w+ \(|\.ts:\d/);
    }
  });

  it('says nothing of what the server is made of', async () => {
    const { headers } = await office.anyone.get('/signin').expect(200);
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('server');
  });
});

it('keeps cookies from scripts, other sites and plain HTTP where the office is reached by https', async () => {
  const office = await testOffice({ env: { PUBLIC_URL: 'https://noi-nhan.example' } });
  try {
    const { headers } = await office.anyone
      .post('/session')
      .type('form')
      .send({ username: 'vanthu', password: SAMPLE_PASSWORD })
      .expect(303);
    const cookies = headers['set-cookie'] as unknown as string[];
    expect(cookies.map((cookie) => cookie.split('=')[0])).toEqual(['session', 'device']);
    for (const cookie of cookies) {
      for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) {
        expect(cookie).toContain(flag);
      }
      expect(cookie).not.toContain('Domain');
    }
    expect(headers['strict-transport-security']).toBe('max-age=31536000');
  } finally {
    await office.close();
  }
});
