import { NestFactory } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Config } from '../platform/config/config.ts';
import { readJsonFile } from '../platform/config/json-file.ts';
import { run } from '../platform/process/run.ts';
import { ProcessLogger } from '../platform/web/process-logger.ts';
import { parse } from '../platform/web/schema.ts';
import { OfficeFile } from './office-file.ts';
import { applyChanges, changesOf, type OfficeChanges } from './office-changes.ts';
import { changesInWords } from './changes-in-words.ts';
import { OfficeSetup, type NewPerson } from './office-setup.ts';
import { SetupModule } from './setup.module.ts';

const USAGE = `Cách dùng: npm run office -- TỆP.json [--apply]
Cơ quan chưa có thì mở. Có rồi thì so người trong tệp với người đang có, in ra chỗ khác; --apply để làm.
`;
const NOT_RUN = 2;

const opened = (people: NewPerson[]): string[] =>
  people.map(
    ({ account, password }) =>
      `${account.username}\t${account.roles.join(', ')}\t${password ?? '(mật khẩu trong tệp)'}`,
  );

async function compare(
  database: DataSource,
  changes: OfficeChanges,
  mayApply: boolean,
): Promise<string[]> {
  const lines = changesInWords(changes);
  if (changes.opened.length + changes.changed.length === 0) {
    return [...lines, 'Người trong tệp đúng như đang có: không có gì để đổi.'];
  }
  if (!mayApply) return [...lines, 'Chưa đổi gì. Đúng ý thì chạy lại, thêm --apply.'];
  const passwords = await applyChanges(database, changes);
  return [...lines, 'Đã đổi.', ...[...passwords].map((pair) => pair.join('\t'))];
}

/** `npm run office` */
await run(async () => {
  const [path, ...more] = process.argv.slice(2).filter((word) => word !== '--apply');
  const mayApply = process.argv.includes('--apply');
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
  const database = app.get(DataSource);
  const changes = await changesOf(database.manager, file);
  const said = changes
    ? await compare(database, changes, mayApply)
    : opened(await app.get(OfficeSetup).open(file));
  process.stdout.write(`${said.join('\n')}\n`);
  await app.close();
  return 0;
});
