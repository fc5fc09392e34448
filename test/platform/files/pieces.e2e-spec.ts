import { createServer, request as httpRequest } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { DataSource } from 'typeorm';
import { databaseOptions } from '../../../src/database/database.ts';
import { TooLong } from '../../../src/platform/files/bounded-body.ts';
import { damagedHere } from '../../../src/platform/files/damaged-files.ts';
import { checkFile, keepFile, openFile, readFile } from '../../../src/platform/files/files.ts';
import { PIECE } from '../../../src/platform/files/pieces.ts';
import {
  discardAbandoned,
  discardReceived,
  keepReceived,
  receiveFile,
} from '../../../src/platform/files/receive-file.ts';
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database.ts';
import { until } from '../../support/until.ts';
import { asStream, someBytes, summaryOf } from './some-bytes.ts';

const SIZE = 5 * PIECE + 1234;
const MOST = 100 * PIECE;

describe('a file in pieces', () => {
  let fresh: FreshDatabase;
  let database: DataSource;
  beforeAll(async () => {
    fresh = await freshDatabase();
    database = await new DataSource(databaseOptions(fresh.url)).initialize();
  });
  afterAll(async () => {
    await database?.destroy();
    await fresh?.drop();
  });
  beforeEach(() => database.query('DELETE FROM files; DELETE FROM file_contents'));

  const received = (seed = 1, size = SIZE) =>
    receiveFile(database, asStream(someBytes(size, seed)), MOST);
  const kept = async (seed = 1, size = SIZE) => {
    const file = await received(seed, size);
    return database.transaction((manager) => keepReceived(manager, file, 'application/pdf'));
  };
  const amounts = async (): Promise<Record<'files' | 'contents' | 'pieces', number>> => {
    const [row] = await database.query(
      `SELECT (SELECT count(*)::int FROM files) AS files,
              (SELECT count(*)::int FROM file_contents) AS contents,
              (SELECT count(*)::int FROM file_pieces) AS pieces`,
    );
    return row;
  };
  const NOTHING = { files: 0, contents: 0, pieces: 0 };

  it('that comes as a stream is given back as one, whole or any part of it', async () => {
    const sha256 = await kept();
    const whole = Buffer.concat([...someBytes(SIZE)]);
    const file = await openFile(database.manager, sha256);
    expect(file).toMatchObject({ size: SIZE, mediaType: 'application/pdf' });
    expect(await summaryOf(file.stream())).toEqual({ sha256, size: SIZE });
    expect(await amounts()).toEqual({ files: 1, contents: 1, pieces: 6 });
    const edges = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 5 * PIECE, SIZE - 1];
    for (const from of edges) {
      for (const to of edges.filter((each) => each >= from)) {
        const part = await buffer(file.stream({ from, to }));
        expect(part.equals(whole.subarray(from, to + 1))).toBe(true);
      }
    }
    expect((await readFile(database.manager, sha256, SIZE)).equals(whole)).toBe(true);
    await expect(readFile(database.manager, sha256, SIZE - 1)).rejects.toThrow(RangeError);
  });

  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])(
    'of %i bytes is the same whether it comes whole or as a stream',
    async (size) => {
      const bytes = Buffer.concat([...someBytes(size)]);
      const sha256 = await keepFile(database.manager, bytes, 'text/plain');
      const pieces = Math.max(1, Math.ceil(size / PIECE));
      expect(await amounts()).toEqual({ files: 1, contents: 1, pieces });
      expect(await kept(1, size)).toBe(sha256);
      expect(await amounts()).toEqual({ files: 1, contents: 1, pieces });
      await database.query('DELETE FROM files; DELETE FROM file_contents');
      expect(await kept(1, size)).toBe(sha256);
      expect(await amounts()).toEqual({ files: 1, contents: 1, pieces });
      expect((await readFile(database.manager, sha256, size)).equals(bytes)).toBe(true);
      expect(await damagedHere(database.manager)).toEqual([]);
    },
  );

  it('leaves nothing when its source fails or is longer than allowed', async () => {
    async function* failing() {
      yield* someBytes(3 * PIECE);
      throw new Error('the line went dead');
    }
    await expect(receiveFile(database, failing(), MOST)).rejects.toThrow('the line went dead');
    expect(await amounts()).toEqual(NOTHING);
    const long = receiveFile(database, asStream(someBytes(3 * PIECE)), 3 * PIECE - 1);
    await expect(long).rejects.toThrow(TooLong);
    expect(await amounts()).toEqual(NOTHING);
  });

  it('leaves nothing when whoever sends it hangs up, and holds no connection while they are slow', async () => {
    const ends: Promise<unknown>[] = [];
    const server = createServer((request, response) => {
      ends.push(
        receiveFile(database, request, MOST).then(
          () => response.end(),
          (error: Error) => error,
        ),
      );
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    try {
      const { port } = server.address() as AddressInfo;
      const senders = Array.from({ length: 25 }, (_, seed) => {
        const sender = httpRequest({ port, method: 'POST', headers: { 'content-length': SIZE } });
        sender.on('error', () => {});
        sender.write(Buffer.concat([...someBytes(2 * PIECE + 5, seed + 1)]));
        return sender;
      });
      await until('two pieces of each are there', async () => (await amounts()).pieces === 50);
      senders.forEach((sender) => sender.destroy());
      await until('all have been heard', async () => ends.length === 25);
      for (const end of ends) expect(await end).toMatchObject({ code: 'ECONNRESET' });
      expect(await amounts()).toEqual(NOTHING);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('is there once when several bring the same bytes at once', async () => {
    const bytes = Buffer.concat([...someBytes(SIZE)]);
    const names = await Promise.all([
      ...Array.from({ length: 4 }, () => kept()),
      ...Array.from({ length: 3 }, () =>
        database.transaction((manager) => keepFile(manager, bytes, 'application/pdf')),
      ),
    ]);
    expect(new Set(names).size).toBe(1);
    expect(await amounts()).toEqual({ files: 1, contents: 1, pieces: 6 });
    await checkFile(database.manager, names[0]!);
  });

  it('whose transaction is taken back can be kept by the next, or let go', async () => {
    const file = await received();
    const failing = database.transaction(async (manager) => {
      await keepReceived(manager, file, 'application/pdf');
      throw new Error('another rule was broken');
    });
    await expect(failing).rejects.toThrow('another rule');
    expect(await amounts()).toEqual({ files: 0, contents: 1, pieces: 6 });
    await keepReceived(database.manager, file, 'application/pdf');
    await expect(keepReceived(database.manager, file, 'a/b')).rejects.toThrow('is a file already');
    await discardReceived(database, file.contentId); // a file is not let go by it
    await checkFile(database.manager, file.sha256);
    const other = await received(2);
    await discardReceived(database, other.contentId);
    expect(await amounts()).toEqual({ files: 1, contents: 1, pieces: 6 });
  });

  it('that a process left half taken in goes after a day without news of it', async () => {
    const file = await received();
    await discardAbandoned(database);
    expect(await amounts()).toEqual({ files: 0, contents: 1, pieces: 6 });
    await kept(2);
    await database.query(
      `UPDATE file_contents SET incoming_at = incoming_at - interval '25 hours'`,
    );
    await discardAbandoned(database);
    expect(await amounts()).toEqual({ files: 1, contents: 1, pieces: 6 });
    await expect(keepReceived(database.manager, file, 'a/b')).rejects.toThrow('was given up');
  });

  it('is read no further ahead than its reader goes', async () => {
    const sha256 = await kept();
    const stream = (await openFile(database.manager, sha256)).stream();
    await once(stream, 'readable');
    await database.query('DELETE FROM file_pieces WHERE position >= 3');
    await expect(buffer(stream)).rejects.toThrow('không còn nguyên vẹn ở đoạn 4 trên 6');
  });

  it('is taken in no faster than it is written', async () => {
    let given = 0;
    async function* counted() {
      for (let at = 0; at < 8; at += 1) {
        const { pieces } = await amounts();
        expect(given - pieces).toBeLessThanOrEqual(1);
        given += 1;
        yield Buffer.alloc(PIECE, at);
      }
    }
    await receiveFile(database, counted(), MOST);
    expect(given).toBe(8);
  });

  const isBroken = async (sha256: string, what: string, until: number) => {
    const file = await openFile(database.manager, sha256);
    let given = 0;
    const reading = (async () => {
      for await (const piece of file.pieces()) given += piece.length;
    })();
    await expect(reading).rejects.toThrow(`${what} nên không dùng được`);
    expect(given).toBe(until);
    await expect(reading).rejects.toThrow(`khôi phục tệp ${sha256} từ bản sao lưu`);
    expect(await damagedHere(database.manager)).toEqual([{ sha256, what }]);
  };
  const FLIP = 'set_byte(bytes, 9, 255 - get_byte(bytes, 9))';

  it.each([
    ['changed', `UPDATE file_pieces SET bytes = ${FLIP} WHERE position = 2`],
    ['shorter', 'UPDATE file_pieces SET bytes = substring(bytes FOR 99) WHERE position = 2'],
    ['gone', 'DELETE FROM file_pieces WHERE position = 2'],
  ])('of which a piece is %s is given out up to it, and the piece is named', async (_, damage) => {
    const sha256 = await kept();
    await database.query(damage);
    await isBroken(sha256, 'không còn nguyên vẹn ở đoạn 3 trên 6', 2 * PIECE);
  });

  it('of which piece and its hash were changed together is not given out to its end', async () => {
    const sha256 = await kept();
    await database.query(
      `UPDATE file_pieces SET bytes = ${FLIP}, sha256 = encode(sha256(${FLIP}), 'hex') WHERE position = 2`,
    );
    await isBroken(sha256, 'không còn nguyên vẹn (mã SHA-256 đã khác)', 5 * PIECE);
  });

  it('of one piece is never given out when it is another', async () => {
    const sha256 = await kept(1, 1000);
    await database.query(`UPDATE file_pieces SET bytes = ${FLIP}`);
    await isBroken(sha256, 'không còn nguyên vẹn (mã SHA-256 đã khác)', 0);
    await database.query(`UPDATE file_pieces SET sha256 = encode(sha256(bytes), 'hex')`);
    await isBroken(sha256, 'không còn nguyên vẹn (mã SHA-256 đã khác)', 0);
  });
});
