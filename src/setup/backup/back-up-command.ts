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
    const { message, code } = error as NodeJS.ErrnoException;
    console.error(`There is no new backup: ${message || code}. ${file} is as it was before.`);
    process.exitCode = 1;
  }
}
