import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ReturnAddresses } from '../../../src/office/delivery/bounces/return-address.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { WORK } from '../../../src/worker.module.ts';
import { describeWith } from '../../engines/page/outside-tool.ts';
import { startDovecot, type Dovecot } from '../../support/dovecot.ts';
import { aFrozenRecipient } from '../../support/frozen-recipient.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';
import { until } from '../../support/until.ts';

describeWith(['dovecot'], 'reports in a mailbox', () => {
  let dovecot: Dovecot;
  let office: TestOffice;

  beforeAll(async () => {
    dovecot = await startDovecot();
    office = await testOffice({
      directory: scaledDirectory(80),
      modules: WORK,
      env: {
        BOUNCE_ADDRESS: 'tra-lai@so.example',
        BOUNCE_INBOX: dovecot.url,
        BOUNCE_POLL_SECONDS: '0.2',
      },
    });
  });
  afterAll(async () => {
    await office?.close();
    await dovecot?.stop();
  });

  it('are found by the address they came to, and only read once', async () => {
    const recipient = await aFrozenRecipient(office.database);
    const [{ id }] = await office.database.query(
      `INSERT INTO deliveries (id, recipient_id, dispatch_id, channel, address, state)
       VALUES ($1, $2, $3, 'email', 'tb-01@thaibinh.example', 'accepted') RETURNING id`,
      [randomUUID(), await recipient.next(), recipient.dispatchId],
    );
    const { keys } = office.config;
    const address = new ReturnAddresses('tra-lai@so.example', keys).of(
      { deliveryId: id, retryRound: 1 },
      new Date(),
    );
    const report = readFileSync(
      join(packageRoot, 'test/office/delivery/bounces/exchange-2016-not-found.eml'),
    );
    await dovecot.deliver(Buffer.from('Subject: hello\r\n\r\nto nobody in particular\r\n'));
    await dovecot.deliver(
      Buffer.concat([Buffer.from(`Delivered-To: ${address}\r\nX-Original-To: x\r\n`), report]),
    );
    await until('the delivery is known to have failed', async () => {
      const [row] = await office.database.query('SELECT state FROM deliveries WHERE id = $1', [id]);
      return row.state === 'bounced';
    });
    const reports = await office.database.query('SELECT status, is_hard FROM delivery_reports');
    expect(reports).toEqual([{ status: '5.1.10', is_hard: true }]);
    await until('both are marked as seen', async () => (await dovecot.seen()) === 2);
  });
});
