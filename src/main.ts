import { Logger } from '@nestjs/common';
import { AppModule } from './app.module.ts';
import { Config } from './platform/config/config.ts';
import { run } from './platform/process/run.ts';
import { waitForDatabase } from './platform/postgres/wait-for-database.ts';
import { webApplication } from './web-application.ts';
import { ProcessLogger } from './platform/web/process-logger.ts';
import { standIn } from './platform/web/stand-in.tsx';

await run(async () => {
  const config = new Config(process.env);
  Logger.overrideLogger(new ProcessLogger(config));
  const ports = [config.port, config.metricsPort];
  await waitForDatabase(config, () => standIn(config.host, ports));
  const app = await webApplication(AppModule.for(config));
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
});
