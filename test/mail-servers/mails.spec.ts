import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHard } from '../../src/office/delivery/bounces/hardness.ts';
import { readReport } from '../../src/office/delivery/bounces/read-report.ts';
import { ReceivedMail } from '../../src/office/delivery/bounces/received-mail.ts';
import { packageRoot } from '../../src/platform/process/package-root.ts';
import { statusIn } from '../../src/office/delivery/attempts/status-code.ts';
import { CAUSES, MAILBOX_CAUSES } from './causes.mjs';

const FOLDER = join(packageRoot, 'test/mail-servers/mails');
const LOCAL = 'mail.thaibinh.example';
const SENDER = 'tra-lai@so.example';

const MAILS = readdirSync(FOLDER).map((file) => {
  const [, server, cause] = /^(\w+)-(\w+)\.eml$/.exec(file)!;
  return { file, server: server!, cause: cause! };
});
const addressOf = (cause: string) =>
  ({ local: `khong-co@${LOCAL}`, forward: `chuyen-tiep@${LOCAL}` })[cause] ??
  `tb-01@${cause}.example`;
const reportIn = async (file: string, writtenTo: string) =>
  readReport(await ReceivedMail.read(readFileSync(join(FOLDER, file))), writtenTo);
const OF_CAUSES = MAILS.filter(({ cause }) => cause in CAUSES || cause === 'local');

describe('what a running mail server wrote', () => {
  it.each(OF_CAUSES)('$file flags the address only when it is dead', async ({ file, cause }) => {
    expect(await reportIn(file, addressOf(cause))).toMatchObject({
      reported: 'failed',
      isHard: cause === 'local' || CAUSES[cause]!.hard,
      failedAddress: addressOf(cause),
      server: expect.stringMatching(/\.example$/),
    });
  });

  it.each(MAILS.filter(({ cause }) => cause === 'forward'))(
    '$file names the address behind the forward and flags nobody',
    async ({ file, cause }) => {
      expect(await reportIn(file, addressOf(cause))).toMatchObject({
        reported: 'failed',
        isHard: false,
        failedAddress: 'rieng@unknown.example',
      });
    },
  );

  it.each(MAILS.filter(({ cause }) => cause === 'taken'))(
    '$file says that it was passed on, not that it arrived',
    async ({ file, cause }) => {
      expect(await reportIn(file, addressOf(cause))).toMatchObject({ reported: 'relayed' });
    },
  );

  const ofMailboxes = MAILS.flatMap(({ file, cause }) => {
    const does = MAILBOX_CAUSES[cause];
    return does ? [{ file, cause, does }] : [];
  });
  const refused = ofMailboxes.flatMap(({ does, ...mail }) =>
    'hard' in does ? [{ ...mail, isHard: does.hard }] : [],
  );
  const answered = ofMailboxes.filter(({ does }) => !('hard' in does));

  it.each(refused)('$file is judged by what the mailbox did', async ({ file, cause, isHard }) => {
    expect(await reportIn(file, addressOf(cause))).toMatchObject({
      reported: 'failed',
      isHard,
      failedAddress: addressOf(cause),
      server: expect.stringMatching(/\.example$/),
    });
  });

  it.each(answered)('$file is an answer, and no report', async ({ file, cause, does }) => {
    expect(does).toEqual({ isReply: true });
    expect(await reportIn(file, addressOf(cause))).toBeUndefined();
  });

  it('is there for each thing a mailbox does, unless that is told to nobody', () => {
    const told = Object.entries(MAILBOX_CAUSES).filter(([, does]) => !('quiet' in does));
    expect(ofMailboxes.map(({ cause }) => cause).sort()).toEqual(told.map(([name]) => name).sort());
  });

  it('is a hundred mails and more, each cause by two servers', () => {
    expect(MAILS.length).toBeGreaterThan(100);
    for (const cause of [...Object.keys(CAUSES), 'local', 'forward', 'taken']) {
      const servers = MAILS.filter((mail) => mail.cause === cause).map(({ server }) => server);
      expect([cause, servers.length >= 2]).toEqual([cause, true]);
    }
  });
});

describe('the same answer to RCPT', () => {
  const answers = Object.entries(CAUSES).flatMap(([cause, { answer, hard }]) => {
    const said = answer?.(addressOf(cause), SENDER);
    return said ? [{ cause, said, hard }] : [];
  });

  it.each(answers)('$cause is judged alike', ({ cause, said, hard }) => {
    expect(isHard(statusIn(said), said, { recipient: addressOf(cause) })).toBe(hard);
  });
});
