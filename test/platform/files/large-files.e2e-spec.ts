import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ObjectStore } from '../../../src/platform/files/object-store.ts';
import { PIECE } from '../../../src/platform/files/pieces.ts';
import { keepReceived, receiveFile } from '../../../src/platform/files/receive-file.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { describeWith, run } from '../../engines/page/outside-tool.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { SAMPLE_PASSWORD } from '../../../src/dev/sample/thai-binh/office.ts';
import type { Browser } from '../../support/office.ts';
import { startS3Server, type S3Server } from '../../support/s3-server.ts';
import { scratchFolder } from '../../support/scratch.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { until } from '../../support/until.ts';
import { asStream, someBytes, summaryOf } from './some-bytes.ts';

const SIZE = 12 * PIECE + 77;
const PIECES = 13;

describeWith(['unzip'], 'a large file', () => {
  let store: S3Server;
  let office: SendingOffice;
  let clerk: Browser;
  let id: string;
  let sha256: string;
  let cookie: string;

  beforeAll(async () => {
    store = await startS3Server();
    office = await sendingOffice({ directory: scaledDirectory(80), env: { S3_URL: store.url } });
    clerk = await office.as('vanthu');
    const signedIn = await office.anyone
      .post('/api/session')
      .send({ username: 'vanthu', password: SAMPLE_PASSWORD });
    cookie = (signedIn.headers['set-cookie'] as unknown as string[])
      .map((each) => each.split(';', 1)[0])
      .join('; ');
    id = await draftedBy(await office.as('chuyenvien'), await aDraft(office));
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
  });
  afterAll(async () => {
    await office?.close();
    await store?.close();
  });

  /** The dispatch's own file is another now, of SIZE bytes, in PostgreSQL; the store takes nothing meanwhile. */
  const here = async (seed: number) => {
    store.behave = ({ method }) => (method === 'GET' ? undefined : 'refuse');
    const file = await receiveFile(office.database, asStream(someBytes(SIZE, seed)), SIZE);
    sha256 = await keepReceived(office.database.manager, file, 'application/pdf');
    await office.database.query('UPDATE issuances SET file_sha256 = $2 WHERE dispatch_id = $1', [
      id,
      sha256,
    ]);
  };
  const moved = async () => {
    store.uploads.clear(); // of a file before, cut off by the refusals: let go after a day
    store.behave = () => undefined;
    await until('it is in the store', async () => {
      const [row] = await office.database.query('SELECT is_here FROM files WHERE sha256 = $1', [
        sha256,
      ]);
      return !row.is_here;
    });
  };
  const path = () => `/api/dispatches/${id}/document`;
  const key = () => `/cong-van/tep/${sha256}`;
  const pieces = (change: string, position: number) =>
    office.database.query(
      `UPDATE file_pieces SET ${change} FROM files
       WHERE files.content_id = file_pieces.content_id AND files.sha256 = $1 AND position = $2`,
      [sha256, position],
    );
  /** Asked for with the clerk's session, read by nobody yet. */
  const asked = async (headers: Record<string, string> = {}): Promise<IncomingMessage> => {
    const request = get(`${office.address}${path()}`, { headers: { cookie, ...headers } });
    const [response] = await once(request, 'response');
    return response as IncomingMessage;
  };
  const summary = async () => summaryOf(await asked());

  it('is downloaded with its length and name for what it is, whole or from anywhere on', async () => {
    await here(1);
    const whole = Buffer.concat([...someBytes(SIZE, 1)]);
    const answer = await asked();
    expect(answer.headers).toMatchObject({
      'content-length': String(SIZE),
      'content-type': 'application/pdf',
      etag: `"${sha256}"`,
      'accept-ranges': 'bytes',
    });
    expect(await summaryOf(answer)).toEqual({ sha256, size: SIZE });
    for (const [range, from, to] of [
      ['bytes=0-0', 0, 0],
      [`bytes=${PIECE - 1}-${PIECE}`, PIECE - 1, PIECE],
      [`bytes=${SIZE - 5}-`, SIZE - 5, SIZE - 1],
      ['bytes=-7', SIZE - 7, SIZE - 1],
      [`bytes=${3 * PIECE}-${9 * PIECE}`, 3 * PIECE, 9 * PIECE],
    ] as const) {
      const part = await clerk.get(path()).set('Range', range).responseType('blob').expect(206);
      expect(part.headers['content-range']).toBe(`bytes ${from}-${to}/${SIZE}`);
      expect(part.body.equals(whole.subarray(from, to + 1))).toBe(true);
    }
    const beyond = await clerk.get(path()).set('Range', `bytes=${SIZE}-`).expect(416);
    expect(beyond.headers['content-range']).toBe(`bytes */${SIZE}`);
    const unchanged = await clerk.get(path()).set('If-None-Match', `"${sha256}"`).expect(304);
    expect(unchanged.headers.etag).toBe(`"${sha256}"`);
    const head = await clerk.head(path()).expect(200);
    expect(head.headers['content-length']).toBe(String(SIZE));
    for (const headers of [
      { range: 'bytes=0-0', 'if-range': '"another"' },
      { range: 'bytes=0-0,5-9' },
      { range: 'lines=1-2' },
    ]) {
      const all = await asked(headers as never);
      expect([all.statusCode, all.headers['content-length']]).toEqual([200, String(SIZE)]);
      all.destroy();
    }
  });

  it('is read only as far as whoever downloads it goes', async () => {
    await here(2);
    const slow = await asked();
    slow.pause();
    await pieces('bytes = set_byte(bytes, 5, 255 - get_byte(bytes, 5))', PIECES - 1);
    slow.resume();
    await expect(summaryOf(slow)).rejects.toThrow('aborted');
  });

  it('of which a piece is damaged breaks off before it; whoever asks next is told in words which', async () => {
    await here(3);
    const flip = 'bytes = set_byte(bytes, 5, 255 - get_byte(bytes, 5))';
    await pieces(flip, 10);
    await expect(summary()).rejects.toThrow('aborted');
    for (const each of [path(), `/api/dispatches/${id}/evidence`]) {
      const { body } = await clerk.get(each).expect(500);
      expect(body.type).toBe('file-damaged');
      expect(body.title).toContain(`ở đoạn 11 trên ${PIECES}`);
      expect(body.title).toContain(`khôi phục tệp ${sha256}`);
    }
    const verify = spawn(
      process.execPath,
      ['--import', './test/support/run-typescript.js', 'src/ops/journal/verify-command.ts'],
      {
        cwd: packageRoot,
        env: { ...process.env, DATABASE_URL: office.config.databaseUrl, S3_URL: store.url },
      },
    );
    expect(await text(verify.stdout)).toContain(
      `TỆP HỎNG: ${sha256} không còn nguyên vẹn ở đoạn 11 trên ${PIECES}`,
    );
    await pieces(flip, 10);
    expect(await summary()).toEqual({ sha256, size: SIZE });
  });

  it('goes up to the store in parts and comes down from anywhere on, held against what was kept', async () => {
    await here(4);
    await moved();
    const kept = store.objects.get(key())!;
    expect(await summaryOf([kept.bytes])).toEqual({ sha256, size: SIZE });
    expect([kept.type, store.uploads.size]).toEqual(['application/pdf', 0]);
    const [{ held }] = await office.database.query(
      `SELECT count(bytes)::int AS held FROM file_pieces JOIN files USING (content_id)
       WHERE files.sha256 = $1`,
      [sha256],
    );
    expect(held).toBe(0);
    expect(await summary()).toEqual({ sha256, size: SIZE });
    const part = await clerk
      .get(path())
      .set('Range', `bytes=${7 * PIECE + 5}-${8 * PIECE + 4}`)
      .responseType('blob')
      .expect(206);
    expect(part.body.equals(kept.bytes.subarray(7 * PIECE + 5, 8 * PIECE + 5))).toBe(true);

    const whole = kept.bytes;
    kept.bytes = Buffer.from(whole);
    kept.bytes[10 * PIECE]! ^= 1;
    await expect(summary()).rejects.toThrow('aborted');
    const { body } = await clerk.get(path()).expect(500);
    expect(body.title).toContain(`ở đoạn 11 trên ${PIECES}`);
    for (const bytes of [whole.subarray(0, -1), Buffer.concat([whole, Buffer.from(' ')])]) {
      kept.bytes = bytes;
      const told = (await clerk.get(path()).expect(500)).body.title;
      expect(told).toContain(`ở đoạn ${PIECES} trên ${PIECES}`);
    }
    kept.bytes = whole;
    expect(await summary()).toEqual({ sha256, size: SIZE });
    store.behave = ({ method }) => (method === 'GET' ? 'cut off' : undefined);
    await office.database.query('UPDATE files SET damaged_at = NULL');
    await expect(summary()).rejects.toThrow('aborted');
    store.behave = () => undefined;
    expect(await summary()).toEqual({ sha256, size: SIZE });
  });

  it('that does not get up leaves no parts in the store, nor do those of a process that died', async () => {
    const size = 20 * PIECE;
    const file = { ...(await summaryOf(someBytes(size, 5))), mediaType: 'application/zip' };
    const put = () => new ObjectStore(store.url).put(file, someBytes(size, 5));
    const path = `/cong-van/tep/${file.sha256}`;
    const third = (url = '') => url.includes('partNumber=3&');
    store.behave = ({ url }) => (third(url) ? 'refuse' : undefined);
    await expect(put()).rejects.toThrow('Kho tệp từ chối');
    expect(store.uploads.size).toBe(0);

    const left = (begun: Date, to: string) => ({ path: to, type: '', begun, parts: new Map() });
    const longAgo = new Date(Date.now() - 25 * 3600_000);
    store.uploads.set('old', left(longAgo, path));
    store.uploads.set('under way', left(new Date(), path));
    store.uploads.set('another', left(longAgo, '/cong-van/tep/another'));
    store.behave = () => undefined;
    await put();
    expect([...store.uploads.keys()]).toEqual(['under way', 'another']);
    store.uploads.clear();
    const { bytes } = store.objects.get(path)!;
    expect(await summaryOf([bytes])).toMatchObject({ sha256: file.sha256 });
    await put(); // is there already
    expect(store.uploads.size).toBe(0);
  });

  it('is in the evidence bundle, which somebody else’s tool unpacks; who leaves halfway disturbs nobody', async () => {
    await here(6);
    const folder = await scratchFolder();
    const bundle = () => clerk.get(`/dispatches/${id}/evidence.zip`).responseType('blob');
    const { body } = await bundle().expect(200);
    await writeFile(join(folder, 'all.zip'), body);
    run('unzip', '-q', join(folder, 'all.zip'), '-d', join(folder, 'all'));
    expect(await summaryOf(createReadStream(join(folder, 'all/van-ban.pdf')))).toEqual({
      sha256,
      size: SIZE,
    });
    const leaving = bundle();
    leaving.buffer(false).parse((response, done) => {
      (response as unknown as IncomingMessage).destroy();
      done(null, '');
    });
    await leaving.catch(() => {});
    expect(await summary()).toEqual({ sha256, size: SIZE });
    await moved();
    const again = await bundle().expect(200);
    expect(again.body.length).toBeGreaterThan(SIZE);
  });
});
