import { randomUUID } from 'node:crypto';
import { BounceInbox } from '../../../src/office/delivery/bounces/bounce-inbox.ts';
import { ReportThread } from '../../../src/office/delivery/bounces/report-thread.ts';
import { ReturnAddresses } from '../../../src/office/delivery/bounces/return-address.ts';
import { ReportsService } from '../../../src/office/delivery/bounces/reports.service.ts';
import { WORK } from '../../../src/worker.module.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';

const WITHIN = { longestMs: 60_000, mostWaiting: 4, memoryMb: 256 };
const NAMES = { from: 'MAILER-DAEMON@mx.example', subject: 'Undelivered Mail' };

/** A mail as no server writes it, but as anybody may. */
const mail = (header: string, body: string) =>
  Buffer.from(`From: ${NAMES.from}\r\nSubject: ${NAMES.subject}\r\n${header}\r\n${body}\r\n`);

function nested(levels: number): Buffer {
  const open = Array.from(
    { length: levels },
    (_, at) => `--b${at}\r\nContent-Type: multipart/mixed; boundary=b${at + 1}\r\n\r\n`,
  );
  return mail('Content-Type: multipart/mixed; boundary=b0\r\n', open.join(''));
}

describe('what comes to a return address', () => {
  let office: TestOffice;
  let address: string;
  const threads: ReportThread[] = [];
  const threadWithin = (bounds: ConstructorParameters<typeof ReportThread>[0]) => {
    const thread = new ReportThread(bounds);
    threads.push(thread);
    return thread;
  };

  beforeAll(async () => {
    office = await testOffice({ modules: WORK, env: { BOUNCE_ADDRESS: 'tra-lai@so.example' } });
    address = new ReturnAddresses('tra-lai@so.example', office.config.keys).of(
      { deliveryId: randomUUID(), retryRound: 1 },
      new Date(),
    );
  });
  afterAll(async () => {
    await Promise.all(threads.map((thread) => thread.stop()));
    await office?.close();
  });

  const read = async (raw: Buffer) => {
    const [report] = (await threadWithin(WITHIN).run({ raw, writtenTo: ['tb@x.example'] })).reports;
    return report;
  };

  it.each<[string, Buffer]>([
    [
      'of two thousand parts',
      mail('Content-Type: multipart/mixed; boundary=b\r\n', '--b\r\n\r\nx\r\n'.repeat(2000)),
    ],
    ['nested two hundred deep', nested(200)],
    [
      'with ten thousand lines of header',
      mail(`${'X-Line: y\r\n'.repeat(10_000)}`, '550 5.1.1 no'),
    ],
    [
      'to ten thousand addresses',
      mail(`To: ${'a@x.example, '.repeat(10_000)}b@x.example\r\n`, '550 5.1.1 no'),
    ],
  ])('is read beside the event loop, however odd: %s', async (_, raw) => {
    await expect(
      read(raw).then(
        () => 'settled',
        ({ name }: Error) => name,
      ),
    ).resolves.toMatch(/^(settled|NotDone)$/);
    // The next one is read, whatever became of it.
    expect(await read(mail('', '550 5.1.1 <tb@x.example>: no such user'))).toMatchObject({
      reported: 'failed',
    });
  });

  it('is let go where it cannot be read in time, and the next one is read', async () => {
    const config = office.config;
    const reports = office.app.get(ReportsService, { strict: false });
    const hasty = new BounceInbox(
      office.database,
      reports,
      config,
      threadWithin({ ...WITHIN, longestMs: 1 }),
    );
    await hasty.receive([address], mail('', `${'550 5.1.1 no\r\n'.repeat(100_000)}`));
    expect(await office.database.query('SELECT 1 FROM delivery_reports')).toEqual([]);
    const usual = office.app.get(BounceInbox, { strict: false });
    await usual.receive([address], mail('', '550 5.1.1 <tb@x.example>: no such user'));
    expect(await office.database.query('SELECT 1 FROM delivery_reports')).toHaveLength(1);
  });

  it('is found by its address in a header that is one long word', () => {
    const { addresses } = office.app.get(BounceInbox, { strict: false });
    expect(addresses!.within(`${'a'.repeat(250_000)}\r\nTo: <${address}>`)).toEqual([address]);
  });
});
