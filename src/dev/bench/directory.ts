import { Config } from '../../platform/config/config.ts';
import { filledOffice } from './board/filled-office.ts';
import { bareCopy } from './directory/bare-copy.ts';
import { AGENCIES, COMMUNES, country, toFile } from './directory/country.ts';
import { pagesOf } from './directory/pages.ts';

/**
 * `npm run bench:directory`: a country's communes and their bodies, previewed, imported and read. A page is held
 * against one statement that reads what it shows plus the page of this process that shows nothing: sign-in, menu and
 * HTTP cost the same whatever the directory holds, and more than most of the statements. Both ratios are told.
 */
const PREVIEWS = 3;
const TIMES = 20;
/** A preview beside a bare COPY, a page beside its one query and an empty page. */
const WANTED = 3;
/** Sign-in, menu and layout, nothing else. */
const EMPTY = '/page-check';

const office = await filledOffice({ dispatches: 1, recipients: 0, newest: 80, weeks: 1 });
const clerk = await office.signIn('vanthu');
const ask = (path: string, init: RequestInit = {}) =>
  fetch(office.address + path, { redirect: 'manual', ...init, headers: { cookie: clerk } });

const [{ id: officeId }] = await office.database.query<[{ id: string }]>('SELECT id FROM offices');
const file = toFile(country('X'));
const copy = bareCopy(office.app.get(Config).databaseUrl, officeId, country('X'));

const copies: number[] = [];
const previews: number[] = [];
let change = '';
for (let time = 0; time < PREVIEWS; time += 1) {
  copies.push(await copy());
  const start = performance.now();
  const form = new FormData();
  form.set('file', new Blob([file]), 'danh-ba.csv');
  const sent = await ask('/directory/import', { method: 'POST', body: form });
  if (sent.status !== 303) throw new Error(`The list was not taken: ${sent.status}`);
  change = sent.headers.get('location')!;
  const seen = await ask(change);
  if (seen.status !== 200) throw new Error(`It cannot be previewed: ${seen.status}`);
  await seen.text();
  previews.push(performance.now() - start);
}
const [copied, previewed] = [middle(copies), middle(previews)];
console.log(
  `${AGENCIES.toLocaleString('en')} agencies of ${COMMUNES.toLocaleString('en')} communes, each with area and identifier; medians of ${PREVIEWS}`,
);
tell(
  'previewed, from the file sent to the page shown',
  previewed,
  `bare COPY ${ms(copied)}`,
  copied,
);

const review = (await (
  await ask(`/api${change.replace('/directory/changes', '/directory-changes')}`)
).json()) as {
  seal: string;
  newAreas: string[];
};
const made = new URLSearchParams({ seal: review.seal });
for (const name of review.newAreas) made.append('addAreas', name);
const applied = await ask(`${change}/application`, { method: 'POST', body: made });
if (applied.status !== 303) throw new Error(`It was not made: ${applied.status}`);
await office.database.query('ANALYZE');

console.log(
  `each page beside its query and an empty page (${EMPTY}), in turns; medians of ${TIMES}`,
);
for (const { name, path, sql, values } of await pagesOf(office.database, officeId, change)) {
  const [query, empty, page] = await inTurns(
    () => office.database.query(sql, values),
    () => read(EMPTY),
    () => read(path),
  );
  tell(
    name,
    page,
    `query ${ms(query)} (${times(page / query)}) + empty ${ms(empty)}`,
    query + empty,
  );
}
await office.close();
process.exit(0);

async function read(path: string): Promise<void> {
  const answer = await ask(path);
  if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
  await answer.text();
}

function tell(name: string, took: number, beside: string, least: number): void {
  const ratio = took / least;
  const verdict = ratio <= WANTED ? '' : `, more than ${WANTED} ×`;
  console.log(`${name}  ${ms(took)}, ${beside}: ${times(ratio)}${verdict}`);
}

function times(ratio: number): string {
  return `${ratio.toFixed(2)} ×`;
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

/** The median of each; in turns, so that what else the machine does meets all of them alike. */
async function inTurns<Acts extends (() => Promise<unknown>)[]>(
  ...acts: Acts
): Promise<{ [At in keyof Acts]: number }> {
  const took = acts.map((): number[] => []);
  for (const act of acts) await act();
  for (let time = 0; time < TIMES; time += 1) {
    for (const [at, act] of acts.entries()) {
      const start = performance.now();
      await act();
      took[at]!.push(performance.now() - start);
    }
  }
  return took.map(middle) as { [At in keyof Acts]: number };
}
