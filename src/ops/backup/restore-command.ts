import { inWords } from '../../platform/config/in-words.ts';
import { requireAddress, withAddressHere } from '../database-here.ts';
import { RestoreRefused } from './backup-file.ts';
import { checked, fill } from './restore.ts';

const USAGE = `Cách dùng: npm run restore -- TỆP.sql.gz
Khôi phục vào cơ sở dữ liệu trống của DATABASE_URL; không đặt thì vào thư mục DATA_DIR, như npm start dùng.
`;

/** npm start makes a secret for a folder that has none; this database wants the one it had. */
const OF_START =
  'Chép tệp installation-secret (hoặc link-secret) của dữ liệu cũ vào thư mục ấy trước khi chạy npm start.\n';

const [file, ...more] = process.argv.slice(2);
if (!file || more.length > 0) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  try {
    requireAddress(process.env);
    const migrations = await checked(file); // before anything is made for it
    await withAddressHere(
      process.env,
      async ({ url, name, isOfStart }) => {
        await fill(url, file, migrations);
        process.stdout.write(`Đã khôi phục từ ${file} vào ${name}.\n${isOfStart ? OF_START : ''}`);
      },
      { mayBeNew: true },
    );
  } catch (error) {
    const isSaid = error instanceof RestoreRefused;
    process.stderr.write(`${isSaid ? error.message : `Chưa khôi phục gì: ${inWords(error)}`}\n`);
    process.exitCode = 1;
  }
}
