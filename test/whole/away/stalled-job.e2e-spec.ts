import { randomUUID } from 'node:crypto';
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database.ts';
import { startProgram } from '../../support/program.ts';
import { onServer } from '../../support/server.ts';
import { until } from '../../support/until.ts';

describe('a job that stalled too often', () => {
  let fresh: FreshDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh?.drop());

  it('is one line in the log of the worker that finds it', async () => {
    const dispatchId = randomUUID();
    // As a worker leaves it that died of the job again and again.
    await onServer(
      fresh.url,
      `INSERT INTO bullmq.job (queue, id, seq, name, state, data, added_at_ms, processed_at_ms,
         lock_token, locked_until_ms, stalled_count, stalled_marked)
       VALUES ('deliveries', 'stalled', 1, 'deliver', 'active',
         '{"dispatchId": "${dispatchId}", "channel": "email", "priority": 1, "turn": 0}', 1, 1,
         'a dead worker', 1, 5, true)`,
    );
    const worker = await startProgram('worker', { DATABASE_URL: fresh.url });
    try {
      await until('it says so', async () => worker.printed().includes('stalled'), 120);
      await worker.isReady();
    } finally {
      await worker.stop();
    }
    const about = worker
      .printed()
      .split('\n')
      .filter((line) => /stalled|^\s+at /.test(line));
    expect(about).toEqual([expect.stringContaining(`dispatch ${dispatchId}: job stalled`)]);
  }, 180_000);
});
