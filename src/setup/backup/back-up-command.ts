import { backUp } from './back-up.ts';

const [file] = process.argv.slice(2);
const url = process.env.DATABASE_URL;
if (!file || !url) {
  console.error('DATABASE_URL=… npm run backup -- FILE.sql.gz');
  process.exitCode = 2;
} else {
  await backUp(url, file);
  console.log(file);
}
