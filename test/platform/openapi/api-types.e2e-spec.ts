import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { openApiOf } from '../../../src/openapi.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { PROBLEMS } from '../../../src/platform/problems/problems.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';

const KEPT = 'src/dev/demo/api.d.ts';
const MADE = 'build/api.d.ts';

/** What only pages are answered with: they lead a person on, and no program meets them. */
const ON_PAGES = [
  ...['second-factor-required', 'second-factor-on', 'second-factor-off', 'passkey-refused'],
  ...[
    'no-provider',
    'openid-refused',
    'no-account',
    'no-rule-fits',
    'no-authorization-request',
    'invitation-over',
    'no-successor',
    'opening-link-over',
  ],
  ...['already-replied', 'not-acknowledged', 'not-signed-here', 'not-yet', 'before-issue'],
  ...['no-evidence', 'same-person', 'refused-since', 'nothing-refused', 'no-address'],
];

describe('what OpenAPI says', () => {
  let office: TestOffice;
  let document: string;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    document = JSON.stringify(openApiOf(office.app));
  });
  afterAll(() => office?.close());

  it(`makes the types of the client; after a change of the API: cp ${MADE} ${KEPT}`, async () => {
    const types = astToString(await openapiTS(withoutWords(document)));
    await mkdir(join(packageRoot, 'build'), { recursive: true });
    await writeFile(join(packageRoot, MADE), types);
    expect(await readFile(join(packageRoot, KEPT), 'utf8').catch(() => '')).toBe(types);
  });

  it('names every problem of the closed list that a program can meet', () => {
    const named = new Set<string>();
    JSON.parse(document, (key, value: unknown) => {
      if (key !== 'application/problem+json') return value;
      for (const [, list] of JSON.stringify(value).matchAll(/"enum":\[([^\]]*)\]/g)) {
        for (const [, code] of list!.matchAll(/"([^"]+)"/g)) named.add(code!);
      }
      return value;
    });
    named.delete('about:blank');
    expect([...named].filter((code) => !(code in PROBLEMS))).toEqual([]);
    expect(Object.keys(PROBLEMS).filter((code) => !named.has(code))).toEqual(ON_PAGES);
  });
});

const withoutWords = (json: string): string =>
  JSON.stringify(
    JSON.parse(json, (key, value: unknown) =>
      key === 'description' && typeof value === 'string' ? undefined : value,
    ),
  );
