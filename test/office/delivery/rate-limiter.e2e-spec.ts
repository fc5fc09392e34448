import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { RateLimiter } from '../../../src/office/delivery/outbox/rate-limiter.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';

const MINUTE_MS = 60_000;

describe('mails that an office limits', () => {
  let office: TestOffice;
  let officeId: string;
  let rateLimiter: RateLimiter;
  let server: string;

  beforeAll(async () => {
    office = await testOffice({ directory: scaledDirectory(80) });
    const clerk = await office.as('vanthu');
    const { body } = await clerk.put('/api/mail-limit').send({ perMinute: 10 }).expect(200);
    ({ server } = body);
    rateLimiter = new RateLimiter(office.database, office.config);
    const [row] = await office.database.query('SELECT id FROM offices');
    officeId = row.id;
  });
  afterAll(() => office?.close());

  /** Every slot until then is somebody's. */
  const takenFor = (seconds: number) =>
    office.database.query('UPDATE mail_limits SET free_at = now() + make_interval(secs => $1)', [
      seconds,
    ]);
  const reserve = (isUrgent: boolean) =>
    rateLimiter.reserve(officeId, server, 5, MINUTE_MS, isUrgent);

  it('go as they come while slots are free', async () => {
    await takenFor(0);
    expect(await reserve(false)).toMatchObject({ count: 5, delayMs: 0 });
  });

  it('let an urgent one have the slots that come next: the others ask when they are free', async () => {
    await takenFor(30);
    const usual = await reserve(false);
    expect(usual.count).toBe(0);
    expect(usual.delayMs).toBeLessThanOrEqual(24_000);
    expect(usual.delayMs).toBe(Math.trunc(usual.delayMs)); // queues take whole milliseconds
    const urgent = await reserve(true);
    expect(urgent.count).toBe(5);
    expect(urgent.delayMs).toBeGreaterThan(0);
    expect((await reserve(false)).delayMs).toBeGreaterThan(usual.delayMs);
  });

  it('do not wait for each other beyond a turn, urgent as they are', async () => {
    await takenFor(90);
    expect(await reserve(true)).toMatchObject({ count: 0 });
  });
});
