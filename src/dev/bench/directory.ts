import { Config } from '../../platform/config/config.ts';
import { filledOffice } from './board/filled-office.ts';
import { bareCopy } from './directory/bare-copy.ts';
import { AGENCIES, COMMUNES, country, toFile } from './directory/country.ts';
import { pagesOf } from './directory/pages.ts';

/** `npm run bench:directory`: a country's communes and their bodies, previewed, imported and read. */
const PREVIEWS = 3;
const TIMES = 20;
/** A preview beside a bare COPY, a page beside its one query. */
const WANTED = 3;

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
tell('previewed, from the file sent to the page shown', previewed, 'bare COPY', copied);

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

const floor = await median(async () => void (await (await ask('/account')).text()));
console.log(`any page of nothing (/account) ${ms(floor)}; medians of ${TIMES}`);
for (const { name, path, sql, values } of await pagesOf(office.database, officeId, change)) {
  const query = await median(async () => void (await office.database.query(sql, values)));
  const page = await median(async () => {
    const answer = await ask(path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    await answer.text();
  });
  tell(name, page, 'its query', query);
}
await office.close();
process.exit(0);

function tell(name: string, took: number, beside: string, least: number): void {
  const ratio = took / least;
  const verdict = ratio <= WANTED ? '' : `, more than ${WANTED} ×`;
  console.log(`${name}  ${ms(took)}, ${beside} ${ms(least)}: ${ratio.toFixed(2)} ×${verdict}`);
}

function ms(value: number): string {
  return `${value.toFixed(1)} ms`;
}

function middle(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

async function median(act: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time += 1) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  return middle(times);
}
