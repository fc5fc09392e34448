import { NestFactory } from '@nestjs/core';
import { readFile } from 'node:fs/promises';
import { Config } from '../config.ts';
import { InvalidInput } from '../web/invalid-input.ts';
import { parse } from '../web/schema.ts';
import { OfficeFile } from './office-file.ts';
import { OfficeSetup } from './office-setup.ts';
import { SetupModule } from './setup.module.ts';

const [path] = process.argv.slice(2);
if (!path) {
  console.error('npm run office -- TỆP.json');
  process.exit(2);
}
try {
  const file = parse(OfficeFile, JSON.parse(await readFile(path, 'utf8')));
  const config = new Config(process.env);
  const app = await NestFactory.createApplicationContext(SetupModule.for(config), {
    logger: ['error'],
  });
  const people = await app.get(OfficeSetup).open(file);
  for (const { account, password } of people) {
    console.log(`${account.username}\t${account.role}\t${password ?? '(mật khẩu trong tệp)'}`);
  }
  await app.close();
} catch (error) {
  if (error instanceof InvalidInput) {
    for (const { path: place, message } of error.errors) console.error(`${place}: ${message}`);
  } else console.error((error as Error).message);
  process.exitCode = 1;
}
