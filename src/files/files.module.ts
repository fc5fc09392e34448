import { Module } from '@nestjs/common';
import { Config } from '../config.ts';
import { PeriodicTasks } from '../periodic-tasks.ts';
import { FileStore } from './file-store.ts';
import { FilesMover } from './files-mover.ts';
import { FilesWalk } from './files-walk.ts';

/** For worker processes. */
@Module({
  providers: [
    FilesMover,
    FilesWalk,
    PeriodicTasks.of(
      'files',
      [Config, FileStore, FilesMover, FilesWalk],
      ({ sweepSeconds: seconds }, { objects }, mover, walk) => [
        ...(objects ? [{ seconds, work: mover.moveAll.bind(mover) }] : []),
        { seconds, work: walk.walk.bind(walk) },
      ],
    ),
  ],
})
export class FilesWorkerModule {}
