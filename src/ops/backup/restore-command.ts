import { databaseUrlIn } from '../../platform/config/database-url.ts';
import { withoutBlanks } from '../../platform/config/without-blanks.ts';
import { inWords } from '../../platform/config/in-words.ts';
import { RestoreRefused } from './backup-file.ts';
import { restore } from './restore.ts';

const USAGE = 'Cách dùng: DATABASE_URL=… npm run restore -- TỆP.sql.gz';

const [file, ...more] = process.argv.slice(2);
const env = withoutBlanks(process.env);
if (!file || more.length > 0 || !env.DATABASE_URL) {
  console.error(USAGE);
  process.exitCode = 2;
} else {
  try {
    await restore(file, databaseUrlIn(env));
    console.log(`Đã khôi phục từ ${file}.`);
  } catch (error) {
    const isSaid = error instanceof RestoreRefused;
    console.error(isSaid ? error.message : `Chưa khôi phục gì: ${inWords(error)}`);
    process.exitCode = 1;
  }
}
