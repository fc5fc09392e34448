import { Client } from 'pg';
import { connect } from '../../src/database/database.ts';
import { damagedElsewhere, damagedHere } from '../../src/platform/files/damaged-files.ts';
import { keepFile, openFile, readFile } from '../../src/platform/files/files.ts';
import { PIECE } from '../../src/platform/files/pieces.ts';
import { ObjectStore } from '../../src/platform/files/object-store.ts';
import { readAlsoFrom } from '../../src/platform/files/stores.ts';
import { verifyJournal } from '../../src/office/journal/verify-journal.ts';
import { restore } from '../../src/ops/backup/restore.ts';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.ts';
import { startS3Server } from '../support/s3-server.ts';
import { schemaOf } from '../support/schema-of.ts';
import { summaryOf } from '../platform/files/some-bytes.ts';

/**
 * Made by the build before pieces: an issued dispatch, a text of 150,000 lines, an empty file, and one
 * whose bytes (“ở kho”) lay in an object store.
 */
const BACKUP = new URL('../database/backup-before-pieces.sql.gz', import.meta.url).pathname;
const LINES = Array.from({ length: 150_000 }, (_, at) => `dòng thứ ${at}\n`).join('');
const ELSEWHERE = Buffer.from('ở kho');

async function bareDatabase(): Promise<FreshDatabase> {
  const fresh = await freshDatabase();
  const client = new Client({ connectionString: fresh.url });
  await client.connect();
  await client.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');
  await client.end();
  return fresh;
}

describe('a backup of the build before files were in pieces', () => {
  let bare: FreshDatabase;
  beforeAll(async () => {
    bare = await bareDatabase();
    await restore(BACKUP, bare.url);
  });
  afterAll(() => bare?.drop());

  it('becomes the same tables as a new database', async () => {
    const fresh = await freshDatabase();
    try {
      expect(await schemaOf(bare.url)).toEqual(await schemaOf(fresh.url));
    } finally {
      await fresh.drop();
    }
  });

  it('has every file whole, cut into pieces, and a journal that holds', async () => {
    const database = await connect(bare.url);
    try {
      const { manager } = database;
      const sizes: { size: number }[] = await database.query(
        'SELECT size::integer FROM files ORDER BY size',
      );
      expect(sizes.map(({ size }) => size)).toEqual([0, 98_055, 2_738_890, null]);
      const text = Buffer.from(LINES);
      const sha256 = await keepFile(manager, text, 'text/plain');
      const { pieces } = (
        await database.query(
          `SELECT count(*)::integer AS pieces FROM file_pieces JOIN files USING (content_id)
           WHERE files.sha256 = $1`,
          [sha256],
        )
      )[0];
      expect(pieces).toBe(Math.ceil(text.length / PIECE));
      const file = await openFile(manager, sha256);
      expect(await summaryOf(file.stream())).toEqual({ sha256, size: text.length });
      expect(await damagedHere(manager)).toEqual([]);
      const [{ missing }] = await database.query(
        'SELECT count(*)::integer AS missing FROM issuances WHERE file_sha256 NOT IN (SELECT sha256 FROM files WHERE is_here)',
      );
      expect(missing).toBe(0);
      const reports = await database.transaction('REPEATABLE READ', (inner) =>
        verifyJournal(inner),
      );
      expect(reports).toMatchObject([{ broken: undefined, compared: { differing: 0 } }]);
    } finally {
      await database.destroy();
    }
  });

  it('finds what lay in the object store, and knows its pieces from its first reader on', async () => {
    const store = await startS3Server();
    const database = await connect(bare.url);
    try {
      const { manager } = database;
      const [{ sha256 }] = await database.query('SELECT sha256 FROM files WHERE NOT is_here');
      const objects = new ObjectStore(store.url);
      await objects.put({ sha256, size: ELSEWHERE.length, mediaType: 'text/plain' }, [ELSEWHERE]);
      const whole = { damaged: [], unread: 0 };
      expect(await damagedElsewhere(database, store.url)).toMatchObject(whole);
      const known = () =>
        database.query('SELECT size::integer FROM files WHERE sha256 = $1', [sha256]);
      expect(await known()).toEqual([{ size: null }]); // to verify writes nothing
      readAlsoFrom(objects, database);
      const read = await Promise.all([1, 2, 3].map(() => readFile(manager, sha256, 100)));
      expect(read).toEqual([ELSEWHERE, ELSEWHERE, ELSEWHERE]);
      expect(await known()).toEqual([{ size: ELSEWHERE.length }]);
      expect(await damagedElsewhere(database, store.url)).toMatchObject(whole);
      const [{ contents, files }] = await database.query(
        'SELECT (SELECT count(*) FROM file_contents) AS contents, (SELECT count(*) FROM files) AS files',
      );
      expect(contents).toBe(files);
    } finally {
      await database.destroy();
      await store.close();
    }
  });

  it('goes only where no newer tables are, and says so before anything is touched', async () => {
    const migrated = await freshDatabase();
    try {
      await expect(restore(BACKUP, migrated.url)).rejects.toThrow('chưa chạy npm run migrate');
      await expect(restore(BACKUP, bare.url)).rejects.toThrow('đã có cơ quan');
    } finally {
      await migrated.drop();
    }
  });
});
