import { createHash } from 'node:crypto';
import { ObjectStore } from '../src/files/object-store.ts';
import { scaledDirectory } from '../src/embedded/sample/sample-directory.ts';
import type { Browser } from './support/office.ts';
import { startS3Server, type S3Server } from './support/s3-server.ts';
import { aDraft, draftedBy, signed } from './support/seed.ts';
import { sendingOffice, type SendingOffice } from './support/sending-office.ts';
import { until } from './support/until.ts';

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
      'SELECT count(*)::int FROM files WHERE bytes IS NOT NULL',
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

  it('that are not the ones that were kept are given to nobody', async () => {
    const { id, sha256 } = await issued();
    await moved();
    const kept = store.objects.get(`/cong-van/tep/${sha256}`)!;
    kept.bytes = Buffer.concat([kept.bytes, Buffer.from(' ')]);
    await document(id).expect(500);
  });

  it('are never written over, and only for who has the key', async () => {
    const [path, kept] = [...store.objects][0]!;
    const objects = new ObjectStore(store.url);
    const sha256 = path.split('/').at(-1)!;
    const before = kept.bytes;
    await objects.put(sha256, before, 'application/pdf');
    expect(store.refused.at(-1)).toBe('PreconditionFailed');
    const stranger = new ObjectStore(store.url.replace('kho', 'kha'));
    await expect(stranger.get(sha256)).rejects.toThrow('SignatureDoesNotMatch');
    await expect(objects.get('0'.repeat(64))).rejects.toThrow('NoSuchKey');
  });
});
