import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';
import { DamagedFile } from './damaged-file.ts';
import { FileStore } from './file-store.ts';
import { checkFile } from './files.ts';

const AT_ONCE = 20;

/** Reads every kept file again once in `fileCheckHours`, and says which are not what they were. */
@Injectable()
export class FilesWalk {
  private readonly logger = new Logger(FilesWalk.name);

  constructor(
    private readonly database: DataSource,
    _store: FileStore, // first says where files are that are not in PostgreSQL
    private readonly config: Config,
  ) {}

  async walk(isStopped: () => boolean): Promise<void> {
    for (;;) {
      const due = await this.takeDue();
      for (const sha256 of due) {
        if (isStopped()) return;
        await this.look(sha256);
      }
      if (due.length < AT_ONCE) return;
    }
  }

  /** Taken before they are read, so that several workers share the walk. */
  private async takeDue(): Promise<string[]> {
    const [rows] = await this.database.query<[{ sha256: string }[], number]>(
      `UPDATE files SET checked_at = now() WHERE sha256 IN (
         SELECT sha256 FROM files WHERE checked_at < now() - $1 * interval '1 hour'
         ORDER BY checked_at LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
       RETURNING sha256`,
      [this.config.fileCheckHours],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  private async look(sha256: string): Promise<void> {
    const { manager } = this.database;
    try {
      await checkFile(manager, sha256);
      await manager.query(
        'UPDATE files SET damaged_at = NULL WHERE sha256 = $1 AND damaged_at IS NOT NULL',
        [sha256],
      );
    } catch (error) {
      if (!(error instanceof DamagedFile)) return this.postpone(sha256, error as Error);
      this.logger.error(error.message);
      await manager.query(
        'UPDATE files SET damaged_at = coalesce(damaged_at, now()) WHERE sha256 = $1',
        [sha256],
      );
    }
  }

  /** A store that is away says nothing about the file: it is due again soon. */
  private async postpone(sha256: string, { message }: Error): Promise<void> {
    this.logger.warn(message);
    await this.database.query(
      `UPDATE files SET checked_at = now() + interval '5 minutes' - $2 * interval '1 hour'
       WHERE sha256 = $1`,
      [sha256, this.config.fileCheckHours],
    );
  }
}
