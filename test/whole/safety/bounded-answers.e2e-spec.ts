import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PDF } from '@libpdf/core';
import { AddressGuard } from '../../../src/office/delivery/channels/webhook/address-guard.ts';
import { post } from '../../../src/office/delivery/channels/webhook/post.ts';
import { wholeDispatch } from '../../../src/office/dispatches/stored-dispatch.ts';
import { RenderThread } from '../../../src/office/dispatches/render-thread.ts';
import { ObjectStore } from '../../../src/platform/files/object-store.ts';
import { readJsonFile } from '../../../src/platform/config/json-file.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { readCertificates } from '../../../src/engines/signatures/certificates/read-certificates.ts';
import { readRevocationLists } from '../../../src/engines/signatures/certificates/read-revocation-lists.ts';
import { RemoteKey } from '../../../src/engines/signatures/keys/remote-key.ts';
import { addPicture } from '../../../src/engines/signatures/pdf/image.ts';
import { IncrementalUpdate } from '../../../src/engines/signatures/pdf/incremental-update.ts';
import { PdfFile } from '../../../src/engines/signatures/pdf/pdf-file.ts';
import { TimestampClient } from '../../../src/engines/signatures/timestamp/timestamp-client.ts';
import { testOffice, type TestOffice } from '../../support/office.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { seedId } from '../../support/seed.ts';

/** A server whose answer never ends, and how much of it went out before the other side had enough. */
async function endlessServer(status: number) {
  const piece = Buffer.alloc(65_536, ' ');
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(status, { 'content-type': 'application/json' });
    const pour = () => {
      while (!response.destroyed && response.write(piece)) endless.sent += piece.length;
    };
    response.on('drain', pour);
    pour();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const endless = {
    sent: 0,
    url: `http://127.0.0.1:${port}`,
    close: () => (server.closeAllConnections(), server.close()),
  };
  return endless;
}

const words = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no refusal',
    (error: Error) => error.message,
  );

describe('what others answer without end', () => {
  let endless: Awaited<ReturnType<typeof endlessServer>>;
  afterEach(() => endless?.close());

  const service = (url: string) => ({ url, credential: 'x', accessToken: async () => 'x' });
  const anywhere = new AddressGuard(['127.0.0.0/8']);

  it.each<[string, number, (url: string) => Promise<unknown>, RegExp]>([
    [
      'a signing service',
      200,
      (url) => RemoteKey.connect(service(url)),
      /Dịch vụ ký số từ xa từ chối.*Hãy kiểm tra/,
    ],
    [
      'a timestamp service',
      200,
      (url) => new TimestampClient({ url }).timestamp(Buffer.alloc(32)),
      /Dịch vụ dấu thời gian chưa trả lời\. Văn bản vẫn phát hành được/,
    ],
    [
      'an object store that refuses',
      403,
      (url) =>
        new ObjectStore(`${url.replace('//', '//key:secret@')}/b`).read('0'.repeat(64)).next(),
      /Kho tệp từ chối.*kiểm tra S3_URL/,
    ],
    [
      'a webhook',
      200,
      async (url) => {
        const { status, body } = await post(new URL(url), {}, '{}', anywhere, 30_000);
        throw new Error(`${status} ${body.length}`);
      },
      /^200 2000$/,
    ],
  ])('of %s is read no further than its bound', async (_, status, ask, said) => {
    endless = await endlessServer(status);
    expect(await words(ask(endless.url))).toMatch(said);
    expect(endless.sent).toBeLessThan(20_000_000);
  });

  it('of an OpenID provider is read no further than its bound, and sign-in says what to do', async () => {
    endless = await endlessServer(200);
    const client = { OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b', OIDC_NAME: 'tài khoản tỉnh' };
    const office = await testOffice({ env: { OIDC_ISSUER: endless.url, ...client } });
    try {
      const { text } = await office.anyone.get('/signin/openid').set('Accept', 'text/html');
      expect(text).toContain('Hãy thử lại, hoặc dùng mật khẩu.');
      expect(endless.sent).toBeLessThan(20_000_000);
    } finally {
      await office.close();
    }
  });
});

describe('files the operator names', () => {
  const fileOf = async (bytes: Buffer | string): Promise<string> => {
    const path = join(await scratchFolder(), 'tep');
    await writeFile(path, bytes);
    return path;
  };

  it.each<[string, number, (path: string) => Promise<unknown>]>([
    ['certificates', 2, readCertificates],
    ['lists of revoked certificates', 20, readRevocationLists],
    ['settings', 2, (path) => readJsonFile(path, 'office.json')],
  ])('%s are read up to a bound, and told when they are longer', async (_, megabytes, read) => {
    const path = await fileOf(Buffer.alloc(megabytes * 2 ** 20 + 1, '\n'));
    expect(await words(read(path))).toContain(
      `${path} dài quá ${megabytes} MB nên không đọc. Kiểm tra lại có đúng tệp này không.`,
    );
    expect(await words(read('/dev/zero'))).toContain('/dev/zero dài quá');
  });

  it('pictures are measured before they are unpacked', async () => {
    const place = async (png: Uint8Array) => {
      const pdf = PDF.create();
      pdf.addPage();
      addPicture(new IncrementalUpdate(new PdfFile(Buffer.from(await pdf.save()))), png);
    };
    const small = await readFile(join(packageRoot, 'src/engines/signatures/assets/test-seal.png'));
    expect(await words(place(small))).toBe('no refusal');
    const wide = Buffer.from(small);
    wide.writeUInt32BE(30_000, 16);
    wide.writeUInt32BE(30_000, 20);
    const long = Buffer.concat([small, Buffer.alloc(5 * 2 ** 20)]);
    for (const png of [wide, long]) {
      expect(await words(place(png))).toMatch(/quá lớn\. Thu nhỏ ảnh còn tối đa/);
    }
  });
});

describe('a page that takes longer than it may', () => {
  let office: TestOffice;
  let thread: RenderThread;
  beforeAll(async () => {
    office = await testOffice();
    thread = new RenderThread(office.config, { longestMs: 1, mostWaiting: 2, memoryMb: 512 });
  });
  afterAll(async () => {
    await thread?.onApplicationShutdown();
    await office?.close();
  });

  it('is given up, and so is what too many wait for', async () => {
    const { manager } = office.database;
    const dispatch = await wholeDispatch(manager, await seedId(office));
    const said = await Promise.all(
      [1, 2, 3].map(() => words(thread.render(dispatch, { created: new Date() }))),
    );
    expect(said[0]).toMatch(/chưa dàn trang xong.*Làm lại sau ít phút; nếu vẫn vậy, tách/);
    expect(said[2]).toBe('Đang có nhiều văn bản chờ dàn trang. Chờ một phút rồi làm lại.');
  });
});
