import { restore, RestoreRefused } from './restore.ts';

const [file] = process.argv.slice(2);
const url = process.env.DATABASE_URL;
if (!file || !url) {
  console.error('DATABASE_URL=… npm run restore -- FILE.sql.gz');
  process.exitCode = 2;
} else {
  try {
    await restore(file, url);
  } catch (error) {
    if (!(error instanceof RestoreRefused)) throw error;
    console.error(error.message);
    process.exitCode = 1;
  }
}
