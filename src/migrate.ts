import { databaseUrlIn } from './platform/config/database-url.ts';
import { migrate } from './database/migrate.ts';
import { run } from './platform/process/run.ts';

await run(() => migrate(databaseUrlIn(process.env)));
