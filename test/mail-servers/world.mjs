import { createSocket } from 'node:dgram';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { CAUSES } from './causes.mjs';

/**
 * The world around one mail server, in a network of its own: names (every `.example` but `gone`),
 * servers of recipients that answer as causes.mjs says, and ours, which takes what comes back.
 */
export const OURS = 'so.example';
const OUR_ADDRESS = '127.0.0.2';
const THEIR_ADDRESS = '127.0.0.3';

export function startNames(local) {
  const socket = createSocket('udp4');
  socket.on('message', (query, client) => {
    const { name, type, end } = questionOf(query);
    const answers = recordsFor(name, type, local);
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    head.writeUInt16BE(answers === undefined ? 0x8183 : 0x8180, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(answers?.length ?? 0, 6);
    socket.send(
      Buffer.concat([head, query.subarray(12, end), ...(answers ?? [])]),
      client.port,
      client.address,
    );
  });
  return new Promise((resolve) => socket.bind(53, '127.0.0.1', resolve));
}

function questionOf(query) {
  const labels = [];
  let at = 12;
  for (; query[at] > 0; at += query[at] + 1)
    labels.push(query.toString('latin1', at + 1, at + 1 + query[at]));
  return { name: labels.join('.').toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

const [A, PTR, MX] = [1, 12, 15];

/** Undefined: there is no such name. */
function recordsFor(name, type, local) {
  if (name.endsWith('in-addr.arpa'))
    return type === PTR ? [record(PTR, nameBytes('mx.example'))] : [];
  if (!name.endsWith('.example') || /(^|\.)gone\.example$/.test(name)) return undefined;
  if (type === MX) {
    if (name.startsWith('mx.')) return [];
    const target = name === 'nullmx.example' ? '' : `mx.${name}`;
    return [record(MX, Buffer.concat([Buffer.from([0, target ? 10 : 0]), nameBytes(target)]))];
  }
  if (type !== A || name === 'nullmx.example') return [];
  const address = name.endsWith(OURS)
    ? OUR_ADDRESS
    : name.endsWith(local)
      ? '127.0.0.1'
      : THEIR_ADDRESS;
  return [record(A, Buffer.from(address.split('.').map(Number)))];
}

function record(type, data) {
  const head = Buffer.from([0xc0, 12, 0, type, 0, 1, 0, 0, 0, 60, 0, 0]);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

const nameBytes = (name) =>
  Buffer.concat([
    ...(name ? name.split('.') : []).map((label) =>
      Buffer.from([label.length, ...Buffer.from(label)]),
    ),
    Buffer.from([0]),
  ]);

export const startTheirs = () =>
  startSmtp(THEIR_ADDRESS, ({ step, to, from }) => {
    const cause = CAUSES[/@(\w+)\.example$/.exec(to ?? '')?.[1]];
    return cause?.answer && (cause.at ?? 'RCPT') === step ? cause.answer(to, from) : undefined;
  });

/** What comes back is kept by number. */
export const startOurs = (folder, came) => {
  let count = 0;
  return startSmtp(OUR_ADDRESS, ({ step, to, from, data }) => {
    if (step !== 'DATA') return undefined;
    writeFileSync(
      `${folder}/${String((count += 1)).padStart(3, '0')}.eml`,
      Buffer.concat([Buffer.from(`Return-Path: <${from}>\r\nDelivered-To: ${to}\r\n`), data]),
    );
    came(count);
    return undefined;
  });
};

function startSmtp(address, answerTo) {
  const server = createServer((socket) => {
    let [buffer, from, to, isData] = [Buffer.alloc(0), '', '', false];
    const say = (line) => socket.write(`${line}\r\n`);
    const answer = (step, otherwise, more = {}) =>
      say(answerTo({ step, from, to, ...more }) ?? otherwise);
    socket.on('error', () => {});
    say('220 mx.example ESMTP');
    socket.on('data', (chunk) => {
      buffer = Buffer.concat([buffer, chunk]);
      for (;;) {
        const mark = isData ? '\r\n.\r\n' : '\r\n';
        const end = buffer.indexOf(mark);
        if (end < 0) return;
        const line = buffer.subarray(0, end);
        buffer = buffer.subarray(end + mark.length);
        if (isData) {
          isData = false;
          answer('DATA', '250 2.0.0 taken', {
            data: Buffer.from(`${line.toString('latin1').replace(/^\.\./gm, '.')}\r\n`, 'latin1'),
          });
          continue;
        }
        const text = line.toString('latin1');
        const address = /<([^>]*)>/.exec(text)?.[1] ?? '';
        if (/^EHLO/i.test(text)) say('250-mx.example\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES');
        else if (/^MAIL/i.test(text)) say(((from = address), '250 2.1.0 ok'));
        else if (/^RCPT/i.test(text)) answer('RCPT', '250 2.1.5 ok', { to: (to = address) });
        else if (/^DATA/i.test(text)) say(((isData = true), '354 go on'));
        else if (/^QUIT/i.test(text)) socket.end('221 2.0.0 bye\r\n');
        else say('250 2.0.0 ok');
      }
    });
  });
  return new Promise((resolve) => server.listen(25, address, resolve));
}
