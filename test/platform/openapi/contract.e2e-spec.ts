import { openApiOf } from '../../../src/openapi.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';
import { seedId } from '../../support/seed.ts';

interface Operation {
  requestBody?: { content: Record<string, { schema: { $ref?: string } }> };
  parameters?: { name?: string }[];
  responses: Record<string, { content?: Record<string, unknown> }>;
}

describe('the API', () => {
  let office: TestOffice;
  let paths: Record<string, Record<string, Operation>>;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    paths = openApiOf(office.app).paths as typeof paths;
  });
  afterAll(() => office?.close());

  it('is documented route by route, and pages are not', () => {
    expect(Object.keys(paths).toSorted()).toEqual([
      '/api/acknowledgements/{token}',
      '/api/agencies',
      '/api/agencies/import',
      '/api/agencies/{id}/address-confirmation',
      '/api/agencies/{id}/channels',
      '/api/agencies/{id}/identifiers',
      '/api/agencies/{id}/identifiers/{identifier}',
      '/api/agencies/{id}/identifiers/{identifier}/end',
      '/api/agencies/{id}/telephone',
      '/api/agencies/{id}/webhook-attempts',
      '/api/agencies/{id}/webhook-secret',
      '/api/agency-kinds',
      '/api/agency-kinds/{kind}',
      '/api/areas',
      '/api/areas/{id}',
      '/api/areas/{id}/agencies',
      '/api/areas/{id}/departures',
      '/api/areas/{id}/end',
      '/api/board',
      '/api/calendar/{year}',
      '/api/calls',
      '/api/deliveries/{id}/replay',
      '/api/directory-changes',
      '/api/directory-changes/{id}',
      '/api/directory-changes/{id}/application',
      '/api/dispatches',
      '/api/dispatches/{id}',
      '/api/dispatches/{id}/document',
      '/api/dispatches/{id}/evidence',
      '/api/dispatches/{id}/issuance',
      '/api/dispatches/{id}/journal',
      '/api/dispatches/{id}/layout',
      '/api/dispatches/{id}/number',
      '/api/dispatches/{id}/pause',
      '/api/dispatches/{id}/pause/end',
      '/api/dispatches/{id}/preflight',
      '/api/dispatches/{id}/progress',
      '/api/dispatches/{id}/reading',
      '/api/dispatches/{id}/recall',
      '/api/dispatches/{id}/recall/replays/{recipient}',
      '/api/dispatches/{id}/recipients',
      '/api/dispatches/{id}/recipients.csv',
      '/api/dispatches/{id}/recipients.xlsx',
      '/api/dispatches/{id}/record-copy',
      '/api/dispatches/{id}/reminders',
      '/api/dispatches/{id}/report',
      '/api/dispatches/{id}/resends',
      '/api/dispatches/{id}/return',
      '/api/dispatches/{id}/signature',
      '/api/dispatches/{id}/submission',
      '/api/dispatches/{id}/submission/end',
      '/api/documents/import',
      '/api/documents/layout',
      '/api/documents/preview',
      '/api/documents/recipients',
      '/api/escalation-contacts',
      '/api/escalation-contacts/{rung}',
      '/api/groups',
      '/api/groups/{id}',
      '/api/identified-agency',
      '/api/inbox',
      '/api/inbox/acknowledgements',
      '/api/keys',
      '/api/keys/{id}',
      '/api/mail-limit',
      '/api/mandates',
      '/api/mandates/{id}/end',
      '/api/office/heads',
      '/api/office/heads/{id}',
      '/api/office/settings',
      '/api/office/units',
      '/api/office/units/{id}',
      '/api/office/units/{id}/end',
      '/api/page-check',
      '/api/people',
      '/api/people/{id}',
      '/api/people/{id}/leaving',
      '/api/people/{id}/sign-in-reset',
      '/api/personal-data',
      '/api/personal-data/erasures',
      '/api/personal-data/extracts',
      '/api/personal-data/retention',
      '/api/personal-data/searches',
      '/api/punctuality',
      '/api/recall-answers/{token}',
      '/api/recipient-names',
      '/api/refusals/{token}',
      '/api/register',
      '/api/register.pdf',
      '/api/register.xlsx',
      '/api/reminder-steps',
      '/api/reminder-steps/{id}',
      '/api/reports/{token}',
      '/api/session',
      '/api/sessions',
      '/api/sessions/{id}',
      '/api/signing-batches',
      '/api/signing-batches/{id}',
      '/api/signing-batches/{id}/resumption',
      '/api/signing-desk',
      '/api/templates',
      '/api/templates/{id}',
    ]);
  });

  it('says what each successful answer looks like', () => {
    for (const [path, operations] of Object.entries(paths)) {
      for (const [method, { responses }] of Object.entries(operations)) {
        const success = Object.entries(responses).find(([status]) => status.startsWith('2'));
        const isDescribed = success?.[0] === '204' || success?.[1].content !== undefined;
        expect({ path, method, isDescribed }).toEqual({ path, method, isDescribed: true });
      }
    }
  });

  it('takes an answer with and without its file in one shape', () => {
    const { content } = paths['/api/reports/{token}']!.post!.requestBody!;
    expect(Object.keys(content)).toEqual(['application/json', 'multipart/form-data']);
    for (const { schema } of Object.values(content)) {
      expect(schema.$ref).toBe('#/components/schemas/Report');
    }
    const { components } = openApiOf(office.app);
    expect(components?.schemas?.['Report']).toMatchObject({
      properties: { file: { type: 'string', format: 'binary' } },
      required: ['name', 'post', 'status'],
    });
  });

  it('answers every documented reading with 200', async () => {
    const signer = await office.as('phogiamdoc');
    const clerk = await office.as('vanthu');
    const admin = await office.as('quantri');
    const id = await seedId(office);
    const [agency] = await office.database.query('SELECT id FROM agencies LIMIT 1');
    for (const [path, operations] of Object.entries(paths)) {
      if (path.startsWith('/api/signing-batches')) continue; // the signer's own
      if (path === '/api/inbox') continue; // of other people: stories of their own
      if (/\/(evidence|report)$/.test(path)) continue; // of an issued dispatch: stories of their own
      if (path.startsWith('/api/directory-changes')) continue; // directory-changes.e2e-spec.ts
      if (path === '/api/identified-agency') continue; // identifiers.e2e-spec.ts
      if (path === '/api/groups/{id}') continue; // agencies.e2e-spec.ts
      if (path === '/api/areas/{id}') continue; // areas.e2e-spec.ts
      if (path.startsWith('/api/people')) continue; // people.e2e-spec.ts
      const own = path.startsWith('/api/agencies/') ? agency.id : id;
      const others = {
        '/api/signing-desk': signer,
        '/api/office/heads': admin,
        '/api/office/settings': admin,
        '/api/office/units': admin,
        '/api/personal-data': admin,
      };
      const reader = others[path as keyof typeof others] ?? clerk;
      const filled = path.replace('{id}', own).replace('{year}', '2026');
      if (operations.get) await reader.get(filled).expect(200);
    }
  });

  it('is shown for people at /api/docs', async () => {
    await office.anyone.get('/api/docs').expect(200);
    const { body } = await office.anyone.get('/api/docs-json').expect(200);
    expect(body.info.title).toBe('Nơi Nhận');
  });

  it('answers in one shape when something is wrong', async () => {
    const clerk = await office.as('vanthu');
    const { body } = await clerk.get('/api/khong-co').expect(404);
    expect(body).toEqual({
      type: 'about:blank',
      title: expect.stringContaining('Không tìm thấy'),
      status: 404,
      requestId: expect.any(String),
    });
    const broken = clerk.post('/api/dispatches').set('Content-Type', 'application/json');
    expect((await broken.send('{"abstract":').expect(400)).body.status).toBe(400);
  });

  it('names every parameter, those of a query too', () => {
    const parameters = Object.values(paths).flatMap((path) =>
      Object.values(path).flatMap((operation) => operation.parameters ?? []),
    );
    expect(parameters.length).toBeGreaterThan(60);
    expect(parameters.filter(({ name }) => !name)).toEqual([]);
    const { get } = paths['/api/dispatches/{id}/recipients']!;
    expect(get!.parameters!.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['id', 'state', 'late', 'q', 'page']),
    );
  });
});
