import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../../../src/database/database.ts';
import { freshDatabase } from '../../../support/fresh-database.ts';
import { DELIVERY_STATES, FOLD, recipientsWithEvents, type Event } from './recipient-events.ts';

const RECIPIENTS = 6;

const of = fc.uniqueArray(fc.nat(RECIPIENTS - 1), { minLength: 1, maxLength: 3 });
const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('delivery' as const),
    of,
    state: fc.constantFrom(...DELIVERY_STATES),
  }),
  fc.record({
    kind: fc.constantFrom<'acknowledge' | 'refuse' | 'reply' | 'recall'>(
      ...(['acknowledge', 'refuse', 'reply', 'recall'] as const),
    ),
    of,
  }),
  fc.record({
    kind: fc.constant('answer' as const),
    of,
    answer: fc.constantFrom('resent', 'withdrawn'),
  }),
  fc.record({
    kind: fc.constantFrom<'deadline' | 'replyBy'>('deadline', 'replyBy'),
    of,
    hours: fc.integer({ min: -5, max: 5 }),
  }),
  fc.record({ kind: fc.constant('fold' as const), of }),
);

/** Transactions of several events; some are taken back, and up to three run at once. */
const rounds = fc.array(
  fc.array(fc.record({ events: fc.array(event, { maxLength: 4 }), isTakenBack: fc.boolean() }), {
    minLength: 1,
    maxLength: 3,
  }),
  { minLength: 1, maxLength: 6 },
);

describe('tallies', () => {
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

  /** Two transactions can wait for each other; then one of them did not happen. */
  const attempt = async (ids: string[], events: Event[], isTakenBack: boolean): Promise<void> => {
    const runner = database.createQueryRunner();
    try {
      await runner.startTransaction();
      for (const each of events) {
        const [sql, values] = frozen.statement(each);
        await runner.query(sql, [each.of.map((place) => ids[place]), ...values]);
      }
      await (isTakenBack ? runner.rollbackTransaction() : runner.commitTransaction());
    } catch (error) {
      await runner.rollbackTransaction();
      if ((error as { code?: string }).code !== '40P01') throw error;
    } finally {
      await runner.release();
    }
  };

  const counted = (view: string, count: string) =>
    database.query(
      `SELECT kind, state, acknowledge_by, ${count}::integer AS count FROM ${view}
       WHERE dispatch_id = $1 GROUP BY 1, 2, 3 HAVING ${count} <> 0 ORDER BY 1, 2, 3`,
      [frozen.dispatchId],
    );

  const answersTruly = () =>
    database.query(
      `SELECT reply_by, reply AS fate, count(*)::integer AS count FROM recipient_status
       WHERE reply IS NOT NULL GROUP BY 1, 2 ORDER BY 1, 2`,
    );
  const answersCounted = () =>
    database.query(
      `SELECT reply_by, fate, sum(count)::integer AS count FROM reply_counts
       GROUP BY 1, 2 HAVING sum(count) <> 0 ORDER BY 1, 2`,
    );

  it('equal the view after any order of events, together, taken back, folded or not', async () => {
    await fc.assert(
      fc.asyncProperty(rounds, async (all) => {
        const ids: string[] = [];
        while (ids.length < RECIPIENTS) ids.push(await frozen.next());
        for (const together of all) {
          await Promise.all(
            together.map(({ events, isTakenBack }) => attempt(ids, events, isTakenBack)),
          );
        }
        const truth = await counted('recipient_status', 'count(*)');
        const answers = await answersTruly();
        for (const fold of ['SELECT', FOLD]) {
          await database.query(fold);
          expect(await counted('dispatch_counts', 'sum(count)')).toEqual(truth);
          expect(await answersCounted()).toEqual(answers);
        }
        const [{ agencies, weeks, frozen: whole }] = await database.query(
          `SELECT (SELECT coalesce(sum(count), 0)::integer FROM agency_counts) AS agencies,
                  (SELECT sum(count)::integer FROM week_counts) AS weeks,
                  (SELECT count(*)::integer FROM recipients) AS frozen`,
        );
        const [{ owing }] = await database.query(
          'SELECT count(*)::integer AS owing FROM recipient_status WHERE is_judged(state)',
        );
        expect({ agencies, weeks }).toEqual({ agencies: owing, weeks: whole });
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
