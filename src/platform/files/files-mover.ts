import { Injectable, Logger } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import { DamagedFile } from './damaged-file.ts';
import { FilePiece } from './file-piece.entity.ts';
import { FileStore } from './file-store.ts';
import { openFile } from './files.ts';
import type { KeptFile } from './kept-file.ts';
import type { ObjectStore } from './object-store.ts';
import { readThrough } from './survey.ts';
import { StoredFile } from './stored-file.entity.ts';

const AT_ONCE = 20;
/** Until a file that could not be moved for what it is gets another try: it may be long. */
const RETRY_MS = 3600_000;

/** The process ends; the file stays where it is. */
class Stopped extends Error {}

/**
 * Takes bytes from PostgreSQL to the object store. Files are always kept in the transaction that needs
 * them, so a store that is away keeps nobody from issuing; they leave the database only once the store
 * has given the same bytes back.
 */
@Injectable()
export class FilesMover {
  private readonly logger = new Logger(FilesMover.name);
  private readonly failedAt = new Map<string, number>();

  constructor(
    private readonly database: DataSource,
    private readonly store: FileStore,
  ) {}

  async moveAll(isStopped: () => boolean): Promise<void> {
    const { objects } = this.store;
    for (let after: string | undefined = ''; objects && after !== undefined;) {
      if (isStopped()) return;
      after = await this.moveSome(objects, after, isStopped);
    }
  }

  /** The last file that was looked at; none when there are no more. What cannot be moved keeps no other from it. */
  private async moveSome(
    objects: ObjectStore,
    after: string,
    isStopped: () => boolean,
  ): Promise<string | undefined> {
    const { manager } = this.database;
    const found = await manager.find(StoredFile, {
      where: { isHere: true, sha256: MoreThan(after) },
      order: { sha256: 'ASC' },
      take: AT_ONCE,
    });
    for (const { sha256 } of found) {
      if (isStopped()) return;
      if ((this.failedAt.get(sha256) ?? 0) > Date.now() - RETRY_MS) continue;
      try {
        await this.move(objects, await openFile(manager, sha256), isStopped);
        this.failedAt.delete(sha256);
      } catch (error) {
        if (error instanceof Stopped) return;
        if (!(error instanceof DamagedFile)) throw error;
        this.failedAt.set(sha256, Date.now());
        this.logger.error(error.message);
      }
    }
    return found.length === AT_ONCE ? found.at(-1)!.sha256 : undefined;
  }

  private async move(
    objects: ObjectStore,
    file: KeptFile,
    isStopped: () => boolean,
  ): Promise<void> {
    await objects.put(file, unless(isStopped, file.pieces()));
    await readThrough(objects, file.sha256, file.size);
    const { sha256, contentId } = file;
    await this.database.transaction(async (manager) => {
      await manager.update(FilePiece, { contentId }, { bytes: null });
      await manager.update(StoredFile, { sha256 }, { isHere: false });
    });
  }
}

async function* unless(
  isStopped: () => boolean,
  pieces: AsyncGenerator<Buffer>,
): AsyncGenerator<Buffer> {
  for await (const piece of pieces) {
    if (isStopped()) throw new Stopped();
    yield piece;
  }
}
