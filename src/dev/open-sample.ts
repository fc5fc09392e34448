import { NestFactory } from '@nestjs/core';
import { Config } from '../platform/config/config.ts';
import { CoreModule } from '../database/core.module.ts';
import { run } from '../platform/process/run.ts';
import { ProcessLogger } from '../platform/web/process-logger.ts';
import { SampleModule } from './sample/sample.module.ts';
import { SampleOffice, sampleSignIns } from './sample/sample-office.ts';
import { SAMPLES } from './sample/samples.ts';
import { sampleAsked } from './sample-asked.ts';

await run(async () => {
  const sample = sampleAsked() ?? SAMPLES[0];
  const config = new Config({ LOG_LEVEL: 'warn', ...process.env });
  const app = await NestFactory.createApplicationContext(
    { module: class SampleCommand {}, imports: [CoreModule.for(config), SampleModule] },
    { logger: new ProcessLogger(config), abortOnError: false },
  );
  const isNew = await app.get(SampleOffice).create(sample);
  await app.close();
  if (isNew) process.stdout.write(`  ${sample.title}\n${sampleSignIns(sample).join('\n')}\n`);
});
