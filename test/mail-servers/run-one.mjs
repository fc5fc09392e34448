import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { createConnection } from 'node:net';
import { CAUSES, MAILBOX_CAUSES } from './causes.mjs';
import { OURS, startNames, startOurs, startTheirs } from './world.mjs';

/** Inside the network of one server: starts it by `start.sh`, sends each cause's mail, keeps what comes back. */
const [server, folder] = process.argv.slice(2);
const here = import.meta.dirname;
const LOCAL = 'mail.thaibinh.example';
const SENDER = `tra-lai@${OURS}`;
/** Its server takes the mail and knows nothing of RFC 3461. */
const TAKEN = 'tb-01@taken.example';
const QUIET_MS = 12_000;
/** Dovecot's causes lie in its mailboxes, the others' in the servers they talk to. */
const MAILBOXES = Object.keys(server === 'dovecot' ? MAILBOX_CAUSES : CAUSES);
/** Addresses that the server refuses at RCPT: it writes about them only what it took by the command. */
const BY_COMMAND = {
  dma: () => true,
  sendmail: (to) => to.startsWith('khong-co@'),
}[server];

mkdirSync(folder, { recursive: true });
let lastAt = Date.now();
await startNames(LOCAL);
await startTheirs();
await startOurs(folder, (count) => {
  lastAt = Date.now();
  process.stdout.write(`${server}: ${count} came back\n`);
});
const running = spawn('bash', [`${here}/servers/${server}.sh`], { stdio: 'inherit' });

const recipients = [
  ...(process.env.ONLY?.split(' ') ?? MAILBOXES).map((cause) => `tb-01@${cause}.example`),
  ...(server === 'dma' ? [] : [`chuyen-tiep@${LOCAL}`, `khong-co@${LOCAL}`, TAKEN]),
];
const mail = (to) =>
  `From: Sở Xây dựng <van-thu@${OURS}>\r\nTo: <${to}>\r\nSubject: =?UTF-8?B?MTIvU1hELVZQOiBWL3Yga2jhuqNvIHPDoXQ=?=\r\nMessage-ID: <${to.replace('@', '.')}@${OURS}>\r\nDate: Tue, 24 Nov 2026 08:00:00 +0700\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nKính gửi quý cơ quan.\r\n`;

for (const to of recipients) {
  if (BY_COMMAND?.(to)) {
    await byCommand(to);
  } else await send(to);
}
while (Date.now() - lastAt < QUIET_MS) await new Promise((resolve) => setTimeout(resolve, 500));
running.kill();
process.exit(0);

/** The names that it asks for are told by this process, so nobody may wait in between. */
async function byCommand(to) {
  const command = spawn('/usr/sbin/sendmail', ['-f', SENDER, to], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  command.stdin.end(mail(to).replaceAll('\r\n', '\n'));
  await once(command, 'exit');
}

async function send(to) {
  for (let tries = 0; tries < 60; tries += 1) {
    try {
      return await talk(to);
    } catch (error) {
      if (tries === 59) throw error;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

/** One mail by SMTP to port 25 of the server under way; what it refuses at once is told. */
function talk(to) {
  const lines = [
    'EHLO so.example',
    `MAIL FROM:<${SENDER}>`,
    `RCPT TO:<${to}>${to === TAKEN ? ' NOTIFY=SUCCESS,FAILURE' : ''}`,
    'DATA',
    `${mail(to)}.`,
    'QUIT',
  ];
  return new Promise((resolve, reject) => {
    const socket = createConnection(25, '127.0.0.1');
    let answer = '';
    socket.on('error', reject);
    socket.on('close', resolve);
    socket.on('data', (chunk) => {
      answer += chunk;
      if (!/^\d{3} .*\r\n$/m.test(answer)) return;
      if (/^[45]/.test(answer)) process.stdout.write(`${to}: ${answer}`);
      const isRefused = /^[45]/.test(answer);
      answer = '';
      const next = isRefused ? lines.splice(0).pop() : lines.shift();
      if (next) socket.write(`${next}\r\n`);
      else socket.end();
    });
  });
}
