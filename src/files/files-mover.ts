import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { IsNull, DataSource, Not } from 'typeorm';
import { Config } from '../config.ts';
import { Rounds } from '../rounds.ts';
import { FileStore } from './file-store.ts';
import type { ObjectStore } from './object-store.ts';
import { StoredFile } from './stored-file.entity.ts';

const AT_ONCE = 20;

/**
 * Takes bytes from PostgreSQL to the object store. Files are always kept in the transaction that needs
 * them, so a store that is away keeps nobody from issuing; they leave the database only once the store
 * has given the same bytes back.
 */
@Injectable()
export class FilesMover implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly rounds: Rounds;

  constructor(
    private readonly database: DataSource,
    private readonly store: FileStore,
    { sweepSeconds }: Config,
  ) {
    this.rounds = new Rounds(sweepSeconds, () => this.moveAll(), new Logger(FilesMover.name));
  }

  onApplicationBootstrap(): void {
    if (this.store.objects) this.rounds.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.rounds.stop();
  }

  private async moveAll(): Promise<void> {
    const { objects } = this.store;
    while (objects && (await this.moveSome(objects))) {
      if (this.rounds.isStopped) return;
    }
  }

  /** True when there may be more. */
  private async moveSome(objects: ObjectStore): Promise<boolean> {
    const { manager } = this.database;
    const found = await manager.find(StoredFile, {
      where: { bytes: Not(IsNull()) },
      take: AT_ONCE,
    });
    for (const { sha256, bytes, mediaType } of found) {
      await objects.put(sha256, bytes!, mediaType);
      await objects.get(sha256);
      await manager.update(StoredFile, { sha256 }, { bytes: null });
    }
    return found.length === AT_ONCE;
  }
}
