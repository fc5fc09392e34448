import { databaseUrlIn } from './database-url.ts';
import { migrate } from './database/migrate.ts';
import { run } from './run.ts';

await run(() => migrate(databaseUrlIn(process.env)));
