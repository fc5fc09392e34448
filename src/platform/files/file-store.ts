import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.ts';
import { readAlsoFrom } from './stores.ts';
import { ObjectStore } from './object-store.ts';

/** Where this installation keeps the bytes of its files besides PostgreSQL, if anywhere. */
@Injectable()
export class FileStore {
  readonly objects: ObjectStore | undefined;

  constructor(database: DataSource, { s3Url }: Config) {
    this.objects = s3Url ? new ObjectStore(s3Url) : undefined;
    if (this.objects) readAlsoFrom(this.objects, database);
  }
}
