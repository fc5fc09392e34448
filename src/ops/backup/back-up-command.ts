import { inWords } from '../../platform/config/in-words.ts';
import { withAddressHere } from '../database-here.ts';
import { backUp } from './back-up.ts';

const USAGE = `Cách dùng: npm run backup -- TỆP.sql.gz
Sao lưu cơ sở dữ liệu của DATABASE_URL; không đặt thì dữ liệu của npm start (DATA_DIR), dù nó đang chạy hay không.
`;

const [file, ...more] = process.argv.slice(2);
if (!file || more.length > 0) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else {
  try {
    await withAddressHere(process.env, async ({ url, name }) => {
      await backUp(url, file);
      process.stdout.write(`${file}\n`);
      process.stderr.write(`Đã sao lưu ${name}.\n`);
    });
  } catch (error) {
    process.stderr.write(
      `Không có bản sao lưu mới: ${inWords(error)} Tệp ${file} vẫn như trước.\n`,
    );
    process.exitCode = 1;
  }
}
