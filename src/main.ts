import { AppModule } from './app.module.ts';
import { Config } from './config.ts';
import { run } from './run.ts';
import { webApplication } from './web-application.ts';

await run(async () => {
  const config = new Config(process.env);
  const app = await webApplication(AppModule.for(config));
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
});
