import { Logger } from '@nestjs/common';
import { ImapFlow } from 'imapflow';
import { PeriodicTask } from '../../../platform/process/periodic-task.ts';
import type { BounceInbox } from './bounce-inbox.ts';
import type { OpenInbox } from './bounce-listener.ts';

const LARGEST_REPORT_BYTES = 20_000_000;
/** Mail servers take no longer ones; nothing stands further below that a server wrote. */
const LONGEST_HEADER = 256 * 2 ** 10;
const AT_ONCE = 100;

/**
 * Reads reports from a mailbox (`imaps://user:password@host/INBOX`), whatever is unseen every few
 * seconds. What was looked at is marked as seen and otherwise left alone; two workers may read one
 * mailbox, since the same report twice is one.
 */
export function pollForBounces(url: URL, seconds: number, inbox: BounceInbox): OpenInbox {
  const logger = new Logger('bounces');
  const task = new PeriodicTask(seconds, () => readUnseen(url, inbox), logger);
  task.start();
  return { close: () => task.stop() };
}

async function readUnseen(url: URL, inbox: BounceInbox): Promise<void> {
  const secure = url.protocol === 'imaps:';
  const client = new ImapFlow({
    host: url.hostname,
    port: Number(url.port || (secure ? 993 : 143)),
    secure,
    auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) },
    logger: false,
  });
  client.on('error', () => {}); // the step under way fails with it
  await client.connect();
  try {
    await client.mailboxOpen(decodeURIComponent(url.pathname.slice(1)) || 'INBOX');
    const unseen = (await client.search({ seen: false }, { uid: true })) || [];
    for (const uid of unseen.slice(0, AT_ONCE)) {
      const mail = await client.fetchOne(
        String(uid),
        { source: { maxLength: LARGEST_REPORT_BYTES } },
        { uid: true },
      );
      if (mail && mail.source) await receive(mail.source, inbox);
      await client.messageFlagsAdd(String(uid), ['\\Seen'], { uid: true });
    }
  } finally {
    await client.logout().catch(() => client.close());
  }
}

async function receive(source: Buffer, inbox: BounceInbox): Promise<void> {
  const beginning = source.toString('latin1', 0, LONGEST_HEADER);
  const header = beginning.split(/\r?\n\r?\n/, 1)[0]!;
  await inbox.receive(inbox.addresses?.within(header) ?? [], source);
}
