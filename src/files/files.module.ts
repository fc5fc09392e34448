import { Module } from '@nestjs/common';
import { FilesMover } from './files-mover.ts';

/** For worker processes. */
@Module({ providers: [FilesMover] })
export class FilesWorkerModule {}
