import { inWords } from '../../platform/config/in-words.ts';
import { backUp } from './back-up.ts';

const [file, ...more] = process.argv.slice(2);
const url = process.env.DATABASE_URL;
if (!file || more.length > 0 || !url) {
  console.error('Cách dùng: DATABASE_URL=… npm run backup -- TỆP.sql.gz');
  process.exitCode = 2;
} else {
  try {
    await backUp(url, file);
    console.log(file);
  } catch (error) {
    console.error(`Không có bản sao lưu mới: ${inWords(error)} Tệp ${file} vẫn như trước.`);
    process.exitCode = 1;
  }
}
