import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Clock } from './calendar/clock.ts';
import { Config } from './config.ts';
import { databaseOptions } from './database.ts';
import { FileStore } from './files/file-store.ts';

/** What every process has: its settings and the database. */
@Global()
@Module({})
export class CoreModule {
  static for(config: Config): DynamicModule {
    return {
      module: CoreModule,
      imports: [TypeOrmModule.forRoot(databaseOptions(config.databaseUrl))],
      providers: [{ provide: Config, useValue: config }, Clock, FileStore],
      exports: [Config, Clock, FileStore],
    };
  }
}
