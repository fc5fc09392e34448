import { NestFactory } from '@nestjs/core';
import { Config } from '../platform/config/config.ts';
import { CoreModule } from '../database/core.module.ts';
import { run } from '../platform/process/run.ts';
import { ProcessLogger } from '../platform/web/process-logger.ts';
import { sampleDirectory } from './sample/sample-directory.ts';
import { SampleModule } from './sample/sample.module.ts';
import { SampleOffice, sampleSignIns } from './sample/sample-office.ts';

await run(async () => {
  const config = new Config({ LOG_LEVEL: 'warn', ...process.env });
  const app = await NestFactory.createApplicationContext(
    { module: class SampleCommand {}, imports: [CoreModule.for(config), SampleModule] },
    { logger: new ProcessLogger(config), abortOnError: false },
  );
  const isNew = await app.get(SampleOffice).create(sampleDirectory());
  await app.close();
  if (isNew) process.stdout.write(`${sampleSignIns().join('\n')}\n`);
});
