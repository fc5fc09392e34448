import type { DataSource } from 'typeorm';
import { OwnFault } from '../problems/own-fault.ts';
import type { ObjectStore } from './object-store.ts';

const stores = new WeakMap<DataSource, ObjectStore>();

/** From now on bytes that are not in this database are looked for in `store`. */
export function readAlsoFrom(store: ObjectStore, database: DataSource): void {
  stores.set(database, store);
}

/** Where the bytes of this file are, which are not in PostgreSQL. */
export function storeWith(sha256: string, database: DataSource): ObjectStore {
  const store = stores.get(database);
  if (store) return store;
  throw new OwnFault(
    'store-unknown',
    `Tệp ${sha256} nằm trong kho mà S3_URL không nói tới. Báo quản trị viên đặt lại S3_URL.`,
  );
}
