import { DataSource } from 'typeorm';
import { databaseOptions } from '../../../../src/database/database.ts';
import { freshDatabase } from '../../../support/fresh-database.ts';
import { recipientsWithEvents, type Event } from './recipient-events.ts';
import { sampled } from '../../../support/lane.ts';

const of = [0];
const EVENTS: Event[] = [
  ...['waiting', 'delivered', 'failed'].map((state) => ({ kind: 'delivery' as const, of, state })),
  ...(['acknowledge', 'refuse', 'reply', 'recall'] as const).map((kind) => ({ kind, of })),
  ...['resent', 'withdrawn'].map((answer) => ({ kind: 'answer' as const, of, answer })),
  ...(['deadline', 'replyBy'] as const).map((kind) => ({ kind, of, hours: 3 })),
];
const [delivery, , , , refuse] = EVENTS as [Event, Event, Event, Event, Event];
const replyBy: Event = { kind: 'replyBy', of, hours: 5 };
const BEFORE: [string, Event[]][] = [
  ['nothing', []],
  ['a delivery', [delivery]],
  ['a refusal', [refuse]],
  ['a delivery and an answer asked for', [delivery, replyBy]],
  ['a delivery, an answer asked for and a refusal', [delivery, replyBy, refuse]],
  ['an answer asked for and a refusal', [replyBy, refuse]],
];

describe('two facts about one recipient at the same time', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: DataSource;
  let frozen: Awaited<ReturnType<typeof recipientsWithEvents>>;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await new DataSource(databaseOptions(fresh.url)).initialize();
    frozen = await recipientsWithEvents(database);
  });
  afterAll(async () => {
    await database?.destroy();
    await fresh?.drop();
  });

  /** The first commits while the second has begun: it waits for the first, or did not see it. */
  const together = async (id: string, first: Event, second: Event): Promise<void> => {
    const [one, two] = [database.createQueryRunner(), database.createQueryRunner()];
    const run = (runner: typeof one, event: Event) => {
      const [sql, values] = frozen.statement(event);
      return runner.query(sql, [[id], ...values]);
    };
    try {
      await Promise.all([one.startTransaction(), two.startTransaction()]);
      await run(one, first);
      const begun = run(two, second);
      await settled(begun);
      await one.commitTransaction();
      await begun;
      await two.commitTransaction();
    } finally {
      await Promise.all([one.release(), two.release()]);
    }
  };

  /** Until the statement is done, or waits for a lock. */
  const settled = async (statement: Promise<unknown>) => {
    let isDone = false;
    void statement.then(() => (isDone = true)).catch(() => (isDone = true));
    for (;;) {
      const [{ waits }] = await database.query(
        `SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted) AS waits`,
      );
      if (isDone || waits) return;
    }
  };

  const stands = async (table: 'recipient_status' | 'recipient_standings', id: string) => {
    const key = table === 'recipient_status' ? 'id' : 'recipient_id';
    const [row] = await database.query(
      `SELECT state, acknowledge_by, acknowledged_at, reply_by, reply FROM ${table} WHERE ${key} = $1`,
      [id],
    );
    return row;
  };

  it.each(sampled(BEFORE, 2))(
    'after %s',
    async (_, before) => {
      const wrong: string[] = [];
      for (const first of EVENTS) {
        for (const second of EVENTS) {
          const id = await frozen.next();
          for (const event of before) {
            const [sql, values] = frozen.statement(event);
            await database.query(sql, [[id], ...values]);
          }
          await together(id, first, second);
          const [truth, kept] = [
            await stands('recipient_status', id),
            await stands('recipient_standings', id),
          ];
          if (JSON.stringify(truth) !== JSON.stringify(kept)) {
            wrong.push(`${name(first)} then ${name(second)}: ${JSON.stringify({ truth, kept })}`);
          }
        }
      }
      expect(wrong).toEqual([]);
    },
    120_000,
  );
});

const name = (event: Event): string =>
  [event.kind, 'state' in event && event.state, 'answer' in event && event.answer]
    .filter(Boolean)
    .join(' ');
