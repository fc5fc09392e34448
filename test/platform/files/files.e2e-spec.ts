import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { keepFile, readFile } from '../../../src/platform/files/files.ts';
import { StoreAway } from '../../../src/platform/files/store-away.ts';
import { ObjectStore } from '../../../src/platform/files/object-store.ts';
import { linkToken } from '../../../src/office/delivery/personal-link.ts';
import { scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import type { Browser } from '../../support/office.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';
import { freePort } from '../../support/free-port.ts';
import { startS3Server, type S3Server } from '../../support/s3-server.ts';
import { aDraft, draftedBy, signed } from '../../support/seed.ts';
import { sendingOffice, type SendingOffice } from '../../support/sending-office.ts';
import { until } from '../../support/until.ts';
import { built } from '../../support/built.ts';

const VERIFY = 'src/ops/journal/verify-command.ts';

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

describe('bytes in an object store', () => {
  let store: S3Server;
  let office: SendingOffice;
  let clerk: Browser;

  beforeAll(async () => {
    store = await startS3Server();
    office = await sendingOffice({ directory: scaledDirectory(90), env: { S3_URL: store.url } });
    clerk = await office.as('vanthu');
  });
  afterAll(async () => {
    await office?.close();
    await store?.close();
  });
  beforeEach(() => (store.isAway = false));

  const issued = async () => {
    const lines = { addressees: [{ text: 'TB.01' }], copies: [{ text: 'Lưu: VT' }] };
    const id = await draftedBy(await office.as('chuyenvien'), await aDraft(office, lines));
    await signed(office, id);
    await clerk.post(`/api/dispatches/${id}/issuance`).expect(201);
    const [{ sha256 }] = await office.database.query(
      'SELECT file_sha256 AS sha256 FROM delivery_runs WHERE dispatch_id = $1',
      [id],
    );
    return { id, sha256: sha256 as string };
  };
  const here = async (): Promise<number> => {
    const [{ count }] = await office.database.query(
      'SELECT count(*)::int FROM files WHERE is_here',
    );
    return count;
  };
  const moved = () => until('nothing is left in PostgreSQL', async () => (await here()) === 0);
  const document = (id: string) => clerk.get(`/api/dispatches/${id}/document`).responseType('blob');

  it('are there once the store has given them back, and read from there ever after', async () => {
    const { id, sha256 } = await issued();
    await moved();
    const kept = store.objects.get(`/cong-van/tep/${sha256}`)!;
    expect(kept.type).toBe('application/pdf');
    expect(hashOf(kept.bytes)).toBe(sha256);
    const { body } = await document(id).expect(200);
    expect(hashOf(body)).toBe(sha256);
    await office.mailbox.received(1);
    const mail = await office.mailbox.read(1);
    const link = /\/a\/[\w-]+/.exec(mail.text!)![0];
    const fetched = await office.anyone.get(`${link}/document.pdf`).responseType('blob');
    expect(hashOf(fetched.body)).toBe(sha256);
    await clerk.get(`/api/dispatches/${id}/evidence`).expect(200);
    expect(store.refused).toEqual([]);
  });

  it('wait in PostgreSQL while the store is away, and nobody waits for them', async () => {
    store.isAway = true;
    const { id, sha256 } = await issued();
    expect(hashOf((await document(id).expect(200)).body)).toBe(sha256);
    await until('the store was asked in vain', async () => store.refused.includes('SlowDown'));
    expect(await here()).toBeGreaterThan(0);
    store.isAway = false;
    await moved();
    expect(store.objects.has(`/cong-van/tep/${sha256}`)).toBe(true);
  });

  it('are told to come later when the store is away or gone, and read when it is back', async () => {
    const { id, sha256 } = await issued();
    await moved();
    store.isAway = true;
    for (const path of ['document', 'evidence']) {
      const { body, headers } = await clerk.get(`/api/dispatches/${id}/${path}`).expect(503);
      expect(body.title).toContain('thử lại sau ít phút');
      expect(headers['retry-after']).toBeDefined();
    }
    const page = await clerk.get(`/dispatches/${id}/document.pdf`).set('Accept', 'text/html');
    expect([page.status, page.text.includes('vẫn còn nguyên')]).toEqual([503, true]);
    const nowhere = new ObjectStore(`http://a:b@127.0.0.1:${await freePort()}/cong-van`);
    await expect(nowhere.read(sha256).next()).rejects.toThrow(StoreAway);
    const file = { sha256, size: 0, mediaType: 'text/plain' };
    await expect(nowhere.put(file, [])).rejects.toThrow('ECONNREFUSED');
    store.isAway = false;
    await document(id).expect(200);
  });

  it('that are not the ones that were kept are given to nobody', async () => {
    const { id, sha256 } = await issued();
    await moved();
    const kept = store.objects.get(`/cong-van/tep/${sha256}`)!;
    const whole = kept.bytes;
    kept.bytes = Buffer.concat([whole, Buffer.from(' ')]);
    await document(id).expect(500);
    const { body } = await clerk.get(`/api/dispatches/${id}/evidence`).expect(500);
    expect(body.type).toBe('file-damaged');
    expect(body.title).toContain(`khôi phục tệp ${sha256} từ bản sao lưu`);
    kept.bytes = whole;
  });

  it('that are gone from there are told as gone, and those that cannot go there keep no other waiting', async () => {
    const { id, sha256 } = await issued();
    await moved();
    const path = `/cong-van/tep/${sha256}`;
    const kept = store.objects.get(path)!;
    store.objects.delete(path);
    expect((await clerk.get(`/api/dispatches/${id}/evidence`).expect(500)).body.title).toContain(
      'không còn trong kho',
    );
    store.objects.set(path, kept);
    const mine = Buffer.from('Kho đã có tệp khác cùng tên');
    store.objects.set(`/cong-van/tep/${hashOf(mine)}`, {
      bytes: Buffer.from('?'),
      type: 'text/plain',
    });
    await keepFile(office.database.manager, mine, 'text/plain');
    await issued();
    await until('all but that one are there', async () => (await here()) === 1);
    expect(await readFile(office.database.manager, hashOf(mine), 100)).toEqual(mine);
    await office.database.query('DELETE FROM files WHERE sha256 = $1', [hashOf(mine)]);
  });

  it('are never written over, and only for who has the key', async () => {
    const [path, kept] = [...store.objects][0]!;
    const objects = new ObjectStore(store.url);
    const sha256 = path.split('/').at(-1)!;
    const before = kept.bytes;
    const file = { sha256, size: before.length, mediaType: 'application/pdf' };
    await objects.put(file, [before]);
    expect(store.refused.at(-1)).toBe('PreconditionFailed');
    const stranger = new ObjectStore(store.url.replace('kho', 'kha'));
    await expect(stranger.read(sha256).next()).rejects.toThrow('SignatureDoesNotMatch');
    await expect(objects.read('0'.repeat(64)).next()).rejects.toThrow('NoSuchKey');
  });

  it('are read by npm run journal:verify, which names what is not whole and what it could not read', async () => {
    const { sha256 } = await issued();
    await moved();
    const verified = async (env: Partial<NodeJS.ProcessEnv>) => {
      const child = spawn(process.execPath, [built(VERIFY)], {
        cwd: packageRoot,
        env: { ...process.env, DATABASE_URL: office.config.databaseUrl, ...env },
      });
      const [printed, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
      return { printed, code };
    };
    const S3_URL = store.url;
    expect(await verified({ S3_URL })).toMatchObject({ code: 0 });
    expect(await verified({ S3_URL: undefined })).toMatchObject({
      code: 1,
      printed: expect.stringMatching(/CHƯA ĐỐI CHIẾU: \d+ tệp nằm ở kho đối tượng.*đặt S3_URL/),
    });
    store.isAway = true;
    expect(await verified({ S3_URL })).toMatchObject({
      code: 1,
      printed: expect.stringMatching(/CHƯA ĐỐI CHIẾU: \d+ tệp.*kho không trả lời được.*503/),
    });
    store.isAway = false;
    const kept = store.objects.get(`/cong-van/tep/${sha256}`)!;
    const whole = kept.bytes;
    kept.bytes = Buffer.concat([whole.subarray(0, 90), Buffer.from('X'), whole.subarray(91)]);
    const { code, printed } = await verified({ S3_URL });
    expect({ code, named: printed.match(/^TỆP HỎNG: .*/gm) }).toEqual({
      ...{ code: 1, named: [expect.stringContaining(sha256)] },
    });
    kept.bytes = whole;
  });

  it('and everywhere else are read again on schedule; what is not whole is reported until it is', async () => {
    const { id, sha256 } = await issued();
    await moved();
    const kept = store.objects.get(`/cong-van/tep/${sha256}`)!;
    const whole = kept.bytes;
    const damaged = async (): Promise<string[]> =>
      (await office.database.query('SELECT sha256 FROM files WHERE damaged_at IS NOT NULL')).map(
        (row: { sha256: string }) => row.sha256,
      );
    const mine = Buffer.from('Một tệp nằm trong PostgreSQL');
    store.isAway = true;
    await keepFile(office.database.manager, mine, 'text/plain');
    const becomes = (bytes: Buffer) =>
      office.database.query(
        `UPDATE file_pieces SET bytes = $2 FROM files
         WHERE files.content_id = file_pieces.content_id AND files.sha256 = $1`,
        [hashOf(mine), bytes],
      );
    await becomes(Buffer.concat([mine, Buffer.from(' ')]));
    const isDue = () => office.database.query(`UPDATE files SET checked_at = '-infinity'`);
    await isDue();
    await until('the one in PostgreSQL is found', async () =>
      (await damaged()).includes(hashOf(mine)),
    );
    expect(await damaged()).not.toContain(sha256); // a store that is away is no damage
    store.isAway = false;
    kept.bytes = Buffer.concat([whole.subarray(0, 90), Buffer.from('X'), whole.subarray(91)]);
    await isDue();
    await until('the one in the store is found', async () => (await damaged()).includes(sha256));
    await document(id).expect(500);
    kept.bytes = whole;
    await becomes(mine);
    await isDue();
    await until('both are whole again', async () => {
      const left = await damaged();
      return !left.includes(sha256) && !left.includes(hashOf(mine));
    });
    await document(id).expect(200);
  });
});

describe('bytes in PostgreSQL', () => {
  let office: SendingOffice;
  beforeAll(async () => {
    office = await sendingOffice({ directory: scaledDirectory(90) });
  });
  afterAll(() => office?.close());

  it('that were changed are given to nobody, sent to nobody and signed by nobody', async () => {
    const clerk = await office.as('vanthu');
    const id = await draftedBy(await office.as('chuyenvien'), await aDraft(office));
    await signed(office, id);
    await office.database.query(`
      CREATE FUNCTION damage() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN NEW.bytes := set_byte(NEW.bytes, 200, (get_byte(NEW.bytes, 200) + 1) % 256); RETURN NEW; END $$;
      CREATE TRIGGER damage BEFORE INSERT ON file_pieces FOR EACH ROW EXECUTE FUNCTION damage()`);
    await clerk.post(`/api/dispatches/${id}/issuance`).send({ withoutAddress: true }).expect(201);
    await until('the run has paused', async () => {
      const rows = await office.database.query('SELECT reason FROM delivery_pauses');
      return rows.some(({ reason }: { reason: string }) => reason.includes('không còn nguyên vẹn'));
    });
    for (const path of ['document', 'evidence']) {
      const { body } = await clerk.get(`/api/dispatches/${id}/${path}`).expect(500);
      expect(body.type).toBe('file-damaged');
    }
    const page = await clerk.get(`/dispatches/${id}/document.pdf`).set('Accept', 'text/html');
    expect(page.text).toContain('không còn nguyên vẹn');
    const token = (
      await office.database.query('SELECT id FROM recipients ORDER BY code LIMIT 1')
    ).map(({ id: one }: { id: string }) => linkToken(office.config.keys, one))[0];
    await office.anyone.get(`/a/${token}/document.pdf`).expect(500);
    expect(await office.database.query('SELECT 1 FROM delivery_attempts')).toEqual([]);
  });
});
