import { databaseUrlIn } from '../../platform/config/database-url.ts';
import { withoutBlanks } from '../../platform/config/without-blanks.ts';
import { inWords } from '../../platform/config/in-words.ts';
import { backUp } from './back-up.ts';

const [file, ...more] = process.argv.slice(2);
const env = withoutBlanks(process.env);
if (!file || more.length > 0 || !env.DATABASE_URL) {
  console.error('Cách dùng: DATABASE_URL=… npm run backup -- TỆP.sql.gz');
  process.exitCode = 2;
} else {
  try {
    await backUp(databaseUrlIn(env), file);
    console.log(file);
  } catch (error) {
    console.error(`Không có bản sao lưu mới: ${inWords(error)} Tệp ${file} vẫn như trước.`);
    process.exitCode = 1;
  }
}
