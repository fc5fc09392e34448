import { createServer, type AddressInfo, type ListenOptions, type Server } from 'node:net';
import { join } from 'node:path';
import { toCsv, sampleDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { Env } from '../../../src/platform/config/config.ts';
import { scan } from '../../../src/platform/web/virus-scan.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { testOffice, type Browser, type TestOffice } from '../../support/office.ts';

/** The harmless file that every scanner reports: https://www.eicar.org. In two parts, so that this file is not one. */
const EICAR = 'X5O!P%@AP[4\\PZX54(P^)7CC)7}$' + 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*';

const LIMIT = 1_000_000;

/** What `clamd` says of words in a file: as clamd 1.4 with AlertExceedsMax and AlertEncrypted. */
const VERDICTS: [string, string][] = [
  ['EICAR-STANDARD-ANTIVIRUS', 'Eicar-Test-Signature FOUND'],
  ['nested too deep', 'Heuristics.Limits.Exceeded.MaxFileSize FOUND'],
  ['a locked zip', 'Heuristics.Encrypted.Zip FOUND'],
];

/**
 * Speaks the daemon's protocol, clamd(8): no scanner is installed where tests run. Like the real one it judges a
 * length before its piece comes, answers and closes; what still arrives then resets the connection.
 */
async function scanner(at: ListenOptions): Promise<Server> {
  const server = createServer((socket) => {
    let received = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (piece: Buffer) => {
      received = Buffer.concat([received, piece]);
      let at = received.indexOf(0) + 1;
      if (received.subarray(0, at).toString() !== 'zINSTREAM\0') return;
      const stream: Buffer[] = [];
      let total = 0;
      while (received.length >= at + 4) {
        const size = received.readUInt32BE(at);
        if (size === 0) {
          const bytes = Buffer.concat(stream);
          const verdict = VERDICTS.find(([words]) => bytes.includes(words))?.[1] ?? 'OK';
          socket.end(`stream: ${verdict}\0`);
          return;
        }
        total += size;
        if (total > LIMIT) {
          socket.removeAllListeners('data');
          if (received.length > at + 4) socket.resetAndDestroy();
          else socket.end('INSTREAM size limit exceeded. ERROR\0');
          return;
        }
        stream.push(received.subarray(at + 4, at + 4 + size));
        at += 4 + size;
      }
    });
  }).listen(at);
  await new Promise((resolve) => server.once('listening', resolve));
  return server;
}

describe('a file that is uploaded', () => {
  let daemon: Server;
  let office: TestOffice;
  let clerk: Browser;
  beforeAll(async () => {
    daemon = await scanner({ port: 0, host: '127.0.0.1' });
    const { port } = daemon.address() as AddressInfo;
    office = await testOffice({ env: { CLAMAV_URL: `tcp://127.0.0.1:${port}` } });
    clerk = await office.as('vanthu');
  });
  afterAll(async () => {
    await office?.close();
    daemon?.close();
  });

  const upload = (bytes: Buffer | string, filename = 'danh-ba.csv') =>
    clerk.post('/directory/import').attach('file', Buffer.from(bytes), filename);

  it('is taken when it is what it should be', async () => {
    await upload(toCsv(sampleDirectory().slice(0, 3)), 'anh.png').expect(303);
  });

  it('is judged by its content, whatever it is called', async () => {
    const noSheet = await upload('PK\x03\x04\x00\x00', 'danh-ba.csv').expect(422);
    expect(noSheet.text).toContain('Không đọc được tệp Excel');
    for (const bytes of ['%PDF-1.7\n\x00', Buffer.from([0xff, 0xfe, 0x41, 0])]) {
      expect((await upload(bytes).expect(409)).text).toContain('không phải văn bản CSV mã UTF-8');
    }
    expect((await upload(Buffer.from('t\xean', 'latin1')).expect(409)).text).toContain('CSV UTF-8');
  });

  it('is refused when it is too large, before it is looked at', async () => {
    const { text } = await upload('x'.repeat(5_000_001)).expect(413);
    expect(text).toContain('Tệp lớn quá 5 MB');
  });

  it('is refused with a virus in it', async () => {
    expect((await upload(EICAR).expect(409)).text).toContain('Tệp có mã độc');
  });

  it('is refused for good when it is larger than the scanner takes', async () => {
    for (const size of [LIMIT + 1, 4 * LIMIT]) {
      const { text } = await upload('x'.repeat(size)).expect(409);
      expect(text).toContain('vượt giới hạn của bộ quét mã độc');
      expect(text).toContain('StreamMaxLength');
      expect(text).not.toContain('Thử lại sau');
    }
    expect((await upload('nested too deep').expect(409)).text).toContain('MaxFileSize');
    const atTheLimit = 'x'.repeat(LIMIT);
    expect((await upload(atTheLimit).expect(422)).text).not.toContain('bộ quét');
  });

  it('is refused when the scanner cannot look into it, and not for a virus', async () => {
    const { text } = await upload('a locked zip').expect(409);
    expect(text).toContain('Bỏ mật khẩu của tệp');
    expect(text).not.toContain('có mã độc');
  });

  it('is refused while nobody can look at it', async () => {
    daemon.close();
    expect((await upload('code,name\n').expect(409)).text).toContain('Chưa quét được mã độc');
  });
});

describe('a scanner', () => {
  const EICAR_BYTES = Buffer.from(EICAR);
  const found = { virus: 'Eicar-Test-Signature' };

  it('may listen at a socket file, as Debian has it, or at an IPv6 address', async () => {
    const file = join(await scratchFolder(), 'clamd.ctl');
    for (const at of [{ path: file }, { port: 0, host: '::1' }]) {
      const daemon = await scanner(at);
      const address = daemon.address();
      const url = typeof address === 'string' ? `unix:${file}` : `tcp://[::1]:${address!.port}`;
      const { CLAMAV_URL } = Env.pick({ CLAMAV_URL: true }).parse({ CLAMAV_URL: url });
      expect(await scan(CLAMAV_URL!, EICAR_BYTES)).toEqual(found);
      if (typeof address === 'string') {
        expect(await scan(`unix://${file}`, EICAR_BYTES)).toEqual(found);
      }
      daemon.close();
    }
  });
});
