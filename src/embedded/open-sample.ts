import { NestFactory } from '@nestjs/core';
import { Config } from '../config.ts';
import { CoreModule } from '../core.module.ts';
import { sampleDirectory } from './sample/sample-directory.ts';
import { SampleModule } from './sample/sample.module.ts';
import { SampleOffice } from './sample/sample-office.ts';

const app = await NestFactory.createApplicationContext(
  {
    module: class SampleCommand {},
    imports: [CoreModule.for(new Config(process.env)), SampleModule],
  },
  { logger: ['error'] },
);
await app.get(SampleOffice).create(sampleDirectory());
await app.close();
