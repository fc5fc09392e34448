import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from '../platform/config/config.ts';
import { CoreModule } from '../database/core.module.ts';
import { OfficeSetup } from './office-setup.ts';

@Module({ providers: [OfficeSetup], exports: [OfficeSetup] })
export class SetupModule {
  /** For a command of its own. */
  static for(config: Config): DynamicModule {
    return { module: SetupModule, imports: [CoreModule.for(config)] };
  }
}
