import { run } from '../../platform/process/run.ts';
import { withDatabaseHere } from '../database-here.ts';
import { makeLink } from './opening-links.ts';

const USAGE = `Cách dùng: npm run office:link
In một đường dẫn để mở một cơ quan mới từ trình duyệt, dùng được một lần trong một giờ.
Làm trên cơ sở dữ liệu của DATABASE_URL; không đặt thì trên dữ liệu của npm start (DATA_DIR).
`;
const NOT_RUN = 2;

/** Whoever can run it on the machine may open an office; the link is all there is of that right. */
await run(async () => {
  if (process.argv.length > 2) {
    process.stderr.write(USAGE);
    return NOT_RUN;
  }
  const token = await withDatabaseHere(process.env, ({ manager }) => makeLink(manager));
  const { PUBLIC_URL, PORT } = process.env;
  const address = (PUBLIC_URL?.trim() || `http://localhost:${PORT?.trim() || 3000}`).replace(
    /\/+$/,
    '',
  );
  process.stdout.write(`${address}/new-office/${token}\n`);
  process.stderr.write('Mở một cơ quan, một lần, trong một giờ. Không gửi cho người khác.\n');
  return 0;
});
