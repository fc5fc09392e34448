import { Module } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';
import { PeriodicTasks } from '../process/periodic-tasks.ts';
import { FileStore } from './file-store.ts';
import { FilesMover } from './files-mover.ts';
import { FilesWalk } from './files-walk.ts';
import { discardAbandoned } from './receive-file.ts';

/** For worker processes. */
@Module({
  providers: [
    FilesMover,
    FilesWalk,
    PeriodicTasks.of(
      'files',
      [DataSource, Config, FileStore, FilesMover, FilesWalk],
      (database, { sweepSeconds: seconds }, { objects }, mover, walk) => [
        ...(objects ? [{ seconds, work: mover.moveAll.bind(mover) }] : []),
        { seconds, work: walk.walk.bind(walk) },
        { seconds, work: () => discardAbandoned(database) },
      ],
    ),
  ],
})
export class FilesWorkerModule {}
