import { Module } from '@nestjs/common';
import { FilesMover } from './files-mover.ts';
import { FilesWalk } from './files-walk.ts';

/** For worker processes. */
@Module({ providers: [FilesMover, FilesWalk] })
export class FilesWorkerModule {}
