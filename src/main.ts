import { AppModule } from './app.module.ts';
import { Config } from './config.ts';
import { webApplication } from './web-application.ts';

const config = new Config(process.env);
const app = await webApplication(AppModule.for(config));
app.enableShutdownHooks();
await app.listen(config.port, config.host);
