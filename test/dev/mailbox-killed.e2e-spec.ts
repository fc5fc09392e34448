import { Mailbox } from '../../src/dev/mailbox/mailbox.ts';
import { scratchFolder } from '../support/scratch.ts';
import { startApplication } from './application.ts';
import { senderTo } from './sender.ts';

it('a mail that the mailbox accepted is there after it was killed', async () => {
  const dir = await scratchFolder();
  const application = await startApplication('./mailbox-application.ts', dir);
  const port = Number(new URL(application.firstLine).port);
  const accepted: string[] = [];
  const sendUntilCut = async (name: string) => {
    const sender = senderTo({ port });
    for (let position = 0; ; position++) {
      const subject = `${name}-${position}`;
      await sender.send('c@d.example', `Subject: ${subject}\r\n\r\nx\r\n`);
      accepted.push(subject);
      if (accepted.length === 300) await application.kill();
    }
  };
  const cut = await Promise.allSettled(['a', 'b', 'c', 'd'].map(sendUntilCut));
  expect(cut.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));

  const mailbox = await Mailbox.start({ dir, port: 0 });
  const kept = new Set(mailbox.list({ limit: 2_000 }).mails.map(({ subject }) => subject));
  expect(accepted.length).toBeGreaterThanOrEqual(300);
  expect(accepted.filter((subject) => !kept.has(subject))).toEqual([]);
  await mailbox.stop();
});
