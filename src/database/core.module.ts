import { Global, Logger, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Clock } from '../platform/time/clock.ts';
import { Config } from '../platform/config/config.ts';
import { databaseOptions } from './database.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { requireOwnSecret } from '../platform/installation/own-secret.ts';
import { Troubles } from '../platform/process/troubles.ts';

/** Resolved before anything listens or takes up work: no link is made under another secret. */
const SECRET_IS_OWN = {
  provide: 'SECRET_IS_OWN',
  inject: [DataSource, Config],
  useFactory: async ({ manager }: DataSource, { keys, notices }: Config): Promise<void> => {
    for (const notice of notices) new Logger('Config').warn(notice);
    await requireOwnSecret(manager, keys);
  },
};

/** What every process has: its settings and the database. */
@Global()
@Module({})
export class CoreModule {
  static for(config: Config): DynamicModule {
    return {
      module: CoreModule,
      imports: [TypeOrmModule.forRoot(databaseOptions(config.databaseUrl))],
      providers: [{ provide: Config, useValue: config }, SECRET_IS_OWN, Clock, FileStore, Troubles],
      exports: [Config, Clock, FileStore, Troubles],
    };
  }
}
