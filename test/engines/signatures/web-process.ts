import { AppModule } from '../../../src/app.module.ts';
import { Config } from '../../../src/platform/config/config.ts';
import { webApplication } from '../../../src/web-application.ts';

/** A web process of its own, with the settings of its argument; says its address. */
const settings = JSON.parse(process.argv[2]!) as Record<string, string>;
const quiet = { LOG_FORMAT: 'text', LOG_LEVEL: 'error' };
const app = await webApplication(AppModule.for(new Config({ ...settings, ...quiet })));
await app.listen(0, '127.0.0.1');
process.stdin.once('end', () => void app.close());
process.stdin.resume();
process.stdout.write(`${await app.getUrl()}\n`);
