import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, readdir, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.ts';
import { scratchFolder } from './scratch.ts';
import { until } from './until.ts';

const NOBODY = 65_534;

export interface Dovecot {
  url: string;
  /** Lays a mail into the inbox as a mail server would. */
  deliver(mail: Buffer): Promise<void>;
  /** How many mails of the inbox are marked as seen. */
  seen(): Promise<number>;
  stop(): Promise<void>;
}

/** A real IMAP server on one mailbox in a folder of its own. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = await scratchFolder();
  const port = await freePort();
  const inbox = join(folder, 'mail');
  for (const part of ['cur', 'new', 'tmp']) await mkdir(join(inbox, part), { recursive: true });
  const { username, uid, gid } = userInfo();
  // As root it insists on the users that its package made; otherwise it is all one.
  const isRoot = uid === 0;
  const [user, login] = isRoot ? ['dovecot', 'dovenull'] : [username, username];
  const [reader, group] = isRoot ? [NOBODY, NOBODY] : [uid, gid]; // it never reads mail as root
  for (const part of ['', 'cur', 'new', 'tmp']) await chown(join(inbox, part), reader, group);
  const config = join(folder, 'dovecot.conf');
  await writeFile(
    config,
    `base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user}
default_internal_group = ${user}
default_login_user = ${login}
first_valid_uid = 1
first_valid_gid = 0
mail_location = maildir:${inbox}
passdb {
  driver = static
  args = password=mat-khau
}
userdb {
  driver = static
  args = uid=${reader} gid=${group} home=${inbox}
}
service anvil {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
}
`,
  );
  await chmod(folder, 0o755);
  const server = spawn('dovecot', ['-F', '-c', config], { stdio: 'inherit' });
  const ended = once(server, 'exit');
  await until('dovecot answers', () => answers(port));
  let count = 0;
  return {
    url: `imap://tra-lai:mat-khau@127.0.0.1:${port}/INBOX`,
    deliver: async (mail) => {
      const file = join(inbox, 'new', `${Date.now()}.${(count += 1)}.test`);
      await writeFile(file, mail);
    },
    seen: async () =>
      (await readdir(join(inbox, 'cur'))).filter((name) => /,.*S/.test(name)).length,
    stop: async () => {
      server.kill();
      await ended;
    },
  };
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('data', () => resolve(true)).once('error', () => resolve(false));
    socket.once('data', () => socket.destroy());
  });
}
