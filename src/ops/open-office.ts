import { NestFactory } from '@nestjs/core';
import { Config } from '../platform/config/config.ts';
import { readJsonFile } from '../platform/config/json-file.ts';
import { run } from '../platform/process/run.ts';
import { ProcessLogger } from '../platform/web/process-logger.ts';
import { parse } from '../platform/web/schema.ts';
import { OfficeFile } from './office-file.ts';
import { OfficeSetup } from './office-setup.ts';
import { SetupModule } from './setup.module.ts';

const USAGE = 'Cách dùng: npm run office -- TỆP.json\n';
const NOT_RUN = 2;

/** `npm run office` */
await run(async () => {
  const [path, ...more] = process.argv.slice(2);
  if (!path || more.length > 0) {
    process.stderr.write(USAGE);
    return NOT_RUN;
  }
  const file = parse(OfficeFile, await readJsonFile(path, 'Tệp cơ quan'));
  const config = new Config({ LOG_LEVEL: 'warn', LOG_FORMAT: 'text', ...process.env });
  const app = await NestFactory.createApplicationContext(SetupModule.for(config), {
    logger: new ProcessLogger(config),
    abortOnError: false,
  });
  const people = await app.get(OfficeSetup).open(file);
  for (const { account, password } of people) {
    process.stdout.write(
      `${account.username}\t${account.roles.join(', ')}\t${password ?? '(mật khẩu trong tệp)'}\n`,
    );
  }
  await app.close();
  return 0;
});
