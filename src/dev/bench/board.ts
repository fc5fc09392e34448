import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { BOARD, mondayOf } from '../../office/follow-up/progress/board.service.ts';
import { RecallService } from '../../office/recipients/recalls/recall.service.ts';
import { OverviewService } from '../../office/follow-up/reminders/overview.service.ts';
import { RecipientsService } from '../../office/follow-up/progress/recipients.service.ts';
import { RecipientFilter } from '../../office/follow-up/progress/tracking.schemas.ts';
import { TrackingService } from '../../office/follow-up/progress/tracking.service.ts';
import { PROGRESS } from '../../office/follow-up/progress/progress-query.ts';
import { filledOffice, type FilledOffice } from './board/filled-office.ts';

/** `npm run bench:board`: pages over a million deliveries, and what it costs to be watched. */
const TIMES = 40;
const WATCHERS = 500;
const WATCHED_SECONDS = 10;

const NEWEST = 10_000;
const SMALL = { dispatches: 1, recipients: 0, newest: NEWEST, weeks: 104 };
const LARGE = { dispatches: 5000, recipients: 198, newest: NEWEST, weeks: 104 };

interface Times {
  progressPage: number;
  progressQuery: number;
  /** All that the page asks for, one after the other. */
  progressQueries: number;
  boardPage: number;
  boardQuery: number;
}

const small = await filledOffice(SMALL);
const few = await timesOf(small);
await small.close();
const large = await filledOffice(LARGE);
const [{ deliveries }] = await large.database.query<[{ deliveries: number }]>(
  'SELECT count(*)::integer AS deliveries FROM deliveries',
);
const many = await timesOf(large);
const watching = await costOfWatching(large);
await large.close();

const ratio = (a: number, b: number) => (a / b).toFixed(2);
const ms = (value: number) => `${value.toFixed(1)} ms`;
console.log(`${deliveries.toLocaleString('en')} deliveries in ${LARGE.dispatches} dispatches, medians of ${TIMES}
progress of ${NEWEST} recipients  ${ms(many.progressPage)}, its query ${ms(many.progressQuery)}: ${ratio(many.progressPage, many.progressQuery)} ×
  against all it shows, asked one after the other  ${ms(many.progressQueries)}: ${ratio(many.progressPage, many.progressQueries)} ×
  against ${NEWEST} deliveries in all  ${ms(few.progressPage)}: ${ratio(many.progressPage, few.progressPage)} ×
leaders' board  ${ms(many.boardPage)}, its query ${ms(many.boardQuery)}: ${ratio(many.boardPage, many.boardQuery)} ×
  against ${NEWEST} deliveries in all  ${ms(few.boardPage)}: ${ratio(many.boardPage, few.boardPage)} ×
${WATCHERS} watching, with an acknowledgement each second  ${ms(watching.live)} of processor time in ${WATCHED_SECONDS} s,
  reloading every 5 s ${ms(watching.reloading)}: ${ratio(watching.live, watching.reloading)} ×`);
process.exit(0);

async function timesOf(office: FilledOffice): Promise<Times> {
  const { database, id, leader } = office;
  const [{ office_id: officeId }] = await database.query<[{ office_id: string }]>(
    'SELECT office_id FROM dispatches WHERE id = $1',
    [id],
  );
  const now = new Date();
  return {
    progressQuery: await median(() => database.query(PROGRESS, [id])),
    progressQueries: await median(() => askAll(office)),
    progressPage: await median(() => read(office, `/dispatches/${id}/progress`)),
    boardQuery: await median(() =>
      database.query(BOARD, [officeId, leader.id, mondayOf(now), vietnamDate(now)]),
    ),
    boardPage: await median(() => read(office, '/board')),
  };
}

/** Progress, answers, list, reminders and recall. */
async function askAll({ app, id, leader }: FilledOffice): Promise<void> {
  await app.get(TrackingService, { strict: false }).progress(id);
  await app.get(RecipientsService, { strict: false }).list(id, RecipientFilter.parse({}));
  await app.get(OverviewService, { strict: false }).find(leader, id);
  await app.get(RecallService, { strict: false }).counts(id);
}

async function read({ address, cookie }: FilledOffice, path: string): Promise<void> {
  const response = await fetch(`${address}${path}`, { headers: { cookie } });
  if (response.status !== 200) throw new Error(`${path}: ${response.status}`);
  await response.text();
}

async function median(act: () => Promise<unknown>): Promise<number> {
  for (let i = 0; i < 5; i += 1) await act();
  const times: number[] = [];
  for (let i = 0; i < TIMES; i += 1) {
    const start = performance.now();
    await act();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[TIMES / 2]!;
}

/** Processor time of the web process, in milliseconds: live, and if each of them reloaded instead. */
async function costOfWatching(office: FilledOffice) {
  const { address, cookie, id, database } = office;
  const path = `/dispatches/${id}/progress`;
  const reloads = 50;
  const reload = await spent(async () => {
    for (let i = 0; i < reloads; i += 1) await read(office, path);
  });
  const script = fileURLToPath(new URL('board/watchers.js', import.meta.url));
  const watchers = fork(script, [`${address}${path}/live`, cookie, String(WATCHERS)]);
  await once(watchers, 'message');
  const live = await spent(async () => {
    for (let second = 0; second < WATCHED_SECONDS; second += 1) {
      await database.query(
        `INSERT INTO acknowledgements (recipient_id, file_sha256)
         SELECT id, 'bench' FROM recipient_status
         WHERE dispatch_id = $1 AND state = 'delivered' LIMIT 1`,
        [id],
      );
      await pause(1000);
    }
  });
  watchers.kill();
  return { live, reloading: (reload / reloads) * WATCHERS * (WATCHED_SECONDS / 5) };
}

async function spent(act: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}
