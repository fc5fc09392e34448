import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../../src/database/database.ts';
import type { DeliveryState, Evidence } from '../../../src/office/delivery/attempts/evidence.ts';
import type { Outcome } from '../../../src/office/delivery/attempts/outcome.ts';
import { recordAttempts } from '../../../src/office/delivery/attempts/record-attempts.ts';
import { REPORTED, type Reported } from '../../../src/office/delivery/delivery-report.entity.ts';
import { ReportsService } from '../../../src/office/delivery/bounces/reports.service.ts';
import { aFrozenRecipient } from '../../support/frozen-recipient.ts';
import { freshDatabase } from '../../support/fresh-database.ts';

/** Something that reaches us about a delivery of two rounds and, by now, three attempts. */
type Event =
  | { attempt: number; retryRound: number; evidence: Extract<Evidence, Outcome['evidence']> }
  | { report: number; retryRound: number; reported: Reported };

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    attempt: fc.integer({ min: 1, max: 3 }),
    retryRound: fc.constant(2),
    evidence: fc.constantFrom('accepted', 'temporary', 'permanent', 'lifetime-over'),
  }),
  fc.record({
    report: fc.integer({ min: 1, max: 4 }),
    retryRound: fc.integer({ min: 1, max: 2 }),
    reported: fc.constantFrom(...REPORTED),
  }),
);

/** An attempt has one outcome and a report says one thing, however often they reach us. */
const events = fc
  .uniqueArray(event, {
    selector: (each) => ('attempt' in each ? `attempt ${each.attempt}` : `report ${each.report}`),
    maxLength: 7,
  })
  .map((all) =>
    all.map((each) => ('attempt' in each && each.attempt < 3 ? { ...each, retryRound: 1 } : each)),
  );

describe('evidence in the database', () => {
  let fresh: Awaited<ReturnType<typeof freshDatabase>>;
  let database: DataSource;
  let reports: ReportsService;
  let recipient: Awaited<ReturnType<typeof aFrozenRecipient>>;

  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await new DataSource(databaseOptions(fresh.url)).initialize();
    reports = new ReportsService(database);
    recipient = await aFrozenRecipient(database);
  });
  afterAll(async () => {
    await database?.destroy();
    await fresh?.drop();
  });

  const aDelivery = async (): Promise<string> => {
    const [{ id }] = await database.query(
      `INSERT INTO deliveries (recipient_id, dispatch_id, channel, address, state, round, attempts, earlier_attempts)
       VALUES ($1, $2, 'email', 'a@b.example', 'sending', 2, 3, 2) RETURNING id`,
      [await recipient.next(), recipient.dispatchId],
    );
    return id;
  };
  const tell = async (deliveryId: string, each: Event): Promise<void> => {
    if ('report' in each) {
      const sha256 = `${deliveryId} ${each.report}`;
      const { retryRound, reported } = each;
      const words = { isHard: true, status: '5.0.0', server: 'mx.example', diagnostic: '' };
      await reports.record({ sha256, deliveryId, retryRound, reported, ...words });
      return;
    }
    const { attempt: number, retryRound, evidence } = each;
    const outcome = evidence === 'lifetime-over' ? 'temporary' : (evidence as Outcome['outcome']);
    const at = new Date().toISOString();
    const told = {
      kind: 'dispatch',
      id: deliveryId,
      channel: 'email',
      number,
      retryRound,
      address: 'a@b.example',
      server: 'mx',
      evidence,
      outcome,
    };
    const rest = {
      startedAt: at,
      endedAt: at,
      stage: 'message',
      replyCode: null,
      reply: '',
      dueAt: null,
    };
    await recordAttempts(database, [{ ...told, ...rest } as Outcome]);
  };
  const stateOf = async (id: string): Promise<DeliveryState> => {
    const [{ state }] = await database.query('SELECT state FROM deliveries WHERE id = $1', [id]);
    return state;
  };

  it('ends in the same state in any order, however often each piece comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        events.chain((all) => {
          const length = { minLength: all.length, maxLength: all.length };
          return fc.tuple(fc.shuffledSubarray(all, length), fc.shuffledSubarray(all, length));
        }),
        async ([one, other]) => {
          const [first, second] = [await aDelivery(), await aDelivery()];
          for (const each of one) await tell(first, each);
          for (const each of other) {
            await tell(second, each);
            await tell(second, other[0]!);
          }
          expect(await stateOf(second)).toBe(await stateOf(first));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps a report about a mail that is none of ours, and moves nothing', async () => {
    const id = await aDelivery();
    const report = {
      sha256: randomUUID(),
      deliveryId: randomUUID(),
      retryRound: 1,
      reported: 'failed' as const,
      isHard: true,
      status: '5.1.1',
      server: 'mx.example',
      diagnostic: 'no such user',
    };
    expect(await reports.record(report)).toBe(true);
    expect(await reports.record(report)).toBe(false);
    expect(await stateOf(id)).toBe('sending');
    const kept = await database.query(
      'SELECT delivery_id, diagnostic FROM delivery_reports WHERE sha256 = $1',
      [report.sha256],
    );
    expect(kept).toEqual([{ delivery_id: null, diagnostic: 'no such user' }]);
  });

  it('of an earlier round does not touch what the clerk has sent again', async () => {
    const id = await aDelivery();
    await tell(id, { report: 1, retryRound: 1, reported: 'failed' });
    expect(await stateOf(id)).toBe('sending');
    await tell(id, { attempt: 3, retryRound: 2, evidence: 'accepted' });
    expect(await stateOf(id)).toBe('accepted');
  });

  it('of an attempt that another worker has overtaken does not send a third time', async () => {
    const id = await aDelivery();
    await tell(id, { attempt: 2, retryRound: 2, evidence: 'temporary' });
    expect(await stateOf(id)).toBe('sending');
  });
});
