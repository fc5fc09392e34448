import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Blocks by the SHA-256 of their bytes: one file each, however often they were put. */
export class BlockStore {
  private readonly known = new Map<string, Promise<void>>();

  private constructor(private readonly folder: string) {}

  static async open(folder: string): Promise<BlockStore> {
    await mkdir(folder, { recursive: true });
    const store = new BlockStore(folder);
    for (const name of await readdir(folder)) {
      if (/^[0-9a-f]{64}$/.test(name)) store.known.set(name, Promise.resolve());
      else await rm(join(folder, name));
    }
    return store;
  }

  /** Resolves to the SHA-256 once the block is with the operating system. */
  async put(block: Buffer): Promise<string> {
    const sha256 = createHash('sha256').update(block).digest('hex');
    let stored = this.known.get(sha256);
    if (!stored) {
      stored = this.write(sha256, block);
      this.known.set(sha256, stored);
      stored.catch(() => this.known.delete(sha256));
    }
    await stored;
    return sha256;
  }

  get(sha256: string): Promise<Buffer> {
    return readFile(join(this.folder, sha256));
  }

  private async write(sha256: string, block: Buffer): Promise<void> {
    const draft = join(this.folder, randomUUID());
    await writeFile(draft, block, { flag: 'wx' });
    await rename(draft, join(this.folder, sha256));
  }
}
