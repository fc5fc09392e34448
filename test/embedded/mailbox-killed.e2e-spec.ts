import { createTransport } from 'nodemailer';
import { Mailbox } from '../../src/embedded/mailbox/mailbox.ts';
import { scratchFolder } from '../support/scratch.ts';
import { startApplication } from './application.ts';

it('a mail that the mailbox accepted is there after it was killed', async () => {
  const dir = await scratchFolder();
  const application = await startApplication('./mailbox-application.ts', dir);
  const transport = createTransport({ url: application.firstLine, pool: true, maxConnections: 4 });
  const accepted: string[] = [];
  const outcomes = Array.from({ length: 2_000 }, async (_, position) => {
    const subject = `Thư ${position}`;
    await transport.sendMail({ from: 'a@b.example', to: 'c@d.example', subject, text: 'x' });
    accepted.push(subject);
    if (accepted.length === 300) await application.kill();
  });
  const failed = (await Promise.allSettled(outcomes)).filter(({ status }) => status === 'rejected');
  transport.close();
  expect(failed.length).toBeGreaterThan(0);

  const mailbox = await Mailbox.start({ dir, port: 0 });
  const kept = new Set(mailbox.list({ limit: 2_000 }).mails.map(({ subject }) => subject));
  expect(accepted.filter((subject) => !kept.has(subject))).toEqual([]);
  await mailbox.stop();
});
