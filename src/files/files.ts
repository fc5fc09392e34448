import { hash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { OwnFault } from '../own-fault.ts';
import { DamagedFile } from './damaged-file.ts';
import type { ObjectStore } from './object-store.ts';
import { StoredFile } from './stored-file.entity.ts';

const stores = new WeakMap<DataSource, ObjectStore>();

/** From now on bytes that are not in this database are looked for in `store`. */
export function readAlsoFrom(store: ObjectStore, database: DataSource): void {
  stores.set(database, store);
}

/**
 * Keeps the bytes and returns their SHA-256 (hexadecimal); the same bytes are kept once. They are in
 * the caller's transaction; where there is an object store, FilesMover takes them there later.
 */
export async function keepFile(
  manager: EntityManager,
  bytes: Buffer,
  mediaType: string,
): Promise<string> {
  const sha256 = hash('sha256', bytes);
  await manager
    .createQueryBuilder()
    .insert()
    .into(StoredFile)
    .values({ sha256, mediaType, bytes })
    .orIgnore()
    .execute();
  return sha256;
}

/**
 * The bytes that were kept, or `DamagedFile`: never others. Not within a transaction, since they may
 * have to come from another machine.
 */
export async function readFile(manager: EntityManager, sha256: string): Promise<Buffer> {
  const { bytes } = await manager.findOneByOrFail(StoredFile, { sha256 });
  if (bytes) {
    if (hash('sha256', bytes) !== sha256) throw new DamagedFile(sha256);
    return bytes;
  }
  const store = stores.get(manager.connection);
  if (!store) {
    throw new OwnFault(
      'store-unknown',
      `Tệp ${sha256} nằm trong kho mà S3_URL không nói tới. Báo quản trị viên đặt lại S3_URL.`,
    );
  }
  return store.get(sha256);
}
