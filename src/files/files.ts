import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { StoredFile } from './stored-file.entity.ts';

/** Keeps the bytes and returns their SHA-256 (hexadecimal); the same bytes are kept once. */
export async function keepFile(
  manager: EntityManager,
  bytes: Buffer,
  mediaType: string,
): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  await manager
    .createQueryBuilder()
    .insert()
    .into(StoredFile)
    .values({ sha256, mediaType, bytes })
    .orIgnore()
    .execute();
  return sha256;
}

export async function readFile(manager: EntityManager, sha256: string): Promise<Buffer> {
  return (await manager.findOneByOrFail(StoredFile, { sha256 })).bytes;
}
