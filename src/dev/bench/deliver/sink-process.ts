import { appendFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/**
 * An SMTP server that takes everything as fast as it can and only counts. Arguments: milliseconds each
 * mail takes (0), a file for one line a mail (Message-ID, recipient, whether it was answered), how many
 * of a thousand mails are refused for the time being, and how many are taken and then the connection is
 * dropped without an answer. A line on standard input is
 * answered with how many mails, different Message-IDs and bytes came since the last line "reset".
 */
const [delay = '0', logFile, refused = '0', unanswered = '0'] = process.argv.slice(2);
const END = Buffer.from('\r\n.\r\n');
const OK = '250 2.0.0 Ok\r\n';
const happens = (ofThousand: string) => Math.random() * 1000 < Number(ofThousand);

let mails = 0;
let bytes = 0;
let ids = new Set<string>();

const server = createServer((socket) => new Session(socket));
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${(server.address() as AddressInfo).port}\n`);
});
process.stdin.on('data', (line) => {
  process.stdout.write(`${JSON.stringify({ mails, different: ids.size, bytes })}\n`);
  if (line.toString() !== 'reset\n') return;
  mails = 0;
  bytes = 0;
  ids = new Set();
});
process.stdin.once('end', () => process.exit());

class Session {
  private isData = false;
  private line = '';
  private head = '';
  /** The last bytes before this chunk, where the end of a mail may have begun. */
  private tail: Buffer = Buffer.alloc(0);
  private recipient = '';

  constructor(private readonly socket: Socket) {
    socket.setNoDelay(true);
    socket.on('error', () => {});
    socket.on('data', (chunk) => this.read(chunk));
    socket.write('220 sink ESMTP\r\n');
  }

  /** Answers to commands that came together leave together (RFC 2920, 3.2). */
  private read(chunk: Buffer): void {
    this.socket.cork();
    if (this.isData) this.readMail(chunk);
    else this.readCommands(chunk);
    this.socket.uncork();
  }

  private readMail(chunk: Buffer): void {
    if (this.head.length < 4096) this.head += chunk.toString('latin1', 0, 4096);
    const seam = Buffer.concat([this.tail, chunk.subarray(0, END.length)]);
    const inSeam = seam.indexOf(END);
    const at =
      inSeam >= 0 ? inSeam - this.tail.length + END.length : chunk.indexOf(END) + END.length;
    const isOver = inSeam >= 0 || at >= END.length;
    if (!isOver) {
      bytes += chunk.length;
      const last = chunk.length >= END.length ? chunk : Buffer.concat([this.tail, chunk]);
      this.tail = Buffer.from(last.subarray(-END.length + 1));
      return;
    }
    bytes += at;
    this.isData = false;
    if (delay === '0') this.keep();
    else setTimeout(() => this.keep(), Number(delay));
    if (at < chunk.length) this.readCommands(chunk.subarray(at));
  }

  private keep(): void {
    const id = /^message-id:\s*(\S+)/im.exec(this.head)?.[1] ?? '';
    this.head = '';
    this.tail = Buffer.alloc(0);
    if (happens(refused)) return void this.socket.write('451 4.3.0 Try again later\r\n');
    const isAnswered = !happens(unanswered);
    mails += 1;
    if (id) ids.add(id);
    if (logFile) {
      const answer = isAnswered ? 'answered' : 'unanswered';
      appendFileSync(logFile, `${id.slice(1).split('@')[0]}\t${this.recipient}\t${answer}\n`);
    }
    if (isAnswered) this.socket.write(OK);
    else this.socket.destroy();
  }

  private readCommands(chunk: Buffer): void {
    this.line += chunk.toString('latin1');
    for (let end = this.line.indexOf('\r\n'); end >= 0; end = this.line.indexOf('\r\n')) {
      const line = this.line.slice(0, end);
      this.line = this.line.slice(end + 2);
      this.answer(line);
      if (!this.isData) continue;
      const rest = this.line;
      this.line = '';
      if (rest) this.readMail(Buffer.from(rest, 'latin1'));
      return;
    }
  }

  private answer(line: string): void {
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'DATA') {
      this.isData = true;
      this.tail = Buffer.from('\r\n');
      this.socket.write('354 Go on\r\n');
    } else if (verb === 'EHLO') {
      this.socket.write('250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 60000000\r\n');
    } else if (verb === 'QUIT') this.socket.end('221 2.0.0 Bye\r\n');
    else {
      if (verb === 'RCPT') this.recipient = /<[^>]*>/.exec(line)?.[0] ?? '';
      this.socket.write(OK);
    }
  }
}
