import { inWords } from '../../in-words.ts';
import { backUp } from './back-up.ts';

const [file, ...more] = process.argv.slice(2);
const url = process.env.DATABASE_URL;
if (!file || more.length > 0 || !url) {
  console.error('DATABASE_URL=… npm run backup -- FILE.sql.gz');
  process.exitCode = 2;
} else {
  try {
    await backUp(url, file);
    console.log(file);
  } catch (error) {
    console.error(`There is no new backup: ${inWords(error)} ${file} is as it was before.`);
    process.exitCode = 1;
  }
}
