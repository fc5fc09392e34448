import { Account } from '../office/accounts/account.entity.ts';
import { resetSignIn } from '../office/accounts/reset-sign-in.ts';
import { withDatabaseHere } from './database-here.ts';
import { RefusedToStart } from '../platform/process/refused-to-start.ts';
import { run } from '../platform/process/run.ts';

const USAGE = `Cách dùng: npm run reset-sign-in -- TÊN_ĐĂNG_NHẬP
Làm trên cơ sở dữ liệu của DATABASE_URL; không đặt thì trên dữ liệu của npm start (DATA_DIR).
`;
const NOT_RUN = 2;

/** For somebody who lost everything: a new password, printed once; nothing else signs in any more. */
await run(async () => {
  const [username, ...more] = process.argv.slice(2);
  if (!username || more.length > 0) {
    process.stderr.write(USAGE);
    return NOT_RUN;
  }
  const { password, ended } = await withDatabaseHere(process.env, (database) =>
    database.transaction(async (manager) => {
      const account = await manager.findOneBy(Account, { username });
      if (!account) {
        throw new RefusedToStart(
          `Không có tài khoản “${username}”. Ghi tên đăng nhập đúng từng chữ, kể cả hoa, thường.`,
        );
      }
      if (account.closedAt) {
        throw new RefusedToStart(
          `${account.fullName} (${username}) đã nghỉ, nên không cho đăng nhập lại. Người ấy trở lại thì quản trị mở tài khoản mới ở mục Người của cơ quan.`,
        );
      }
      return resetSignIn(manager, account, { id: null, officeId: account.officeId });
    }),
  );
  process.stdout.write(`${username}  ${password}\n`);
  const factor = ended.secondFactor ? ', tắt xác thực hai lớp' : '';
  process.stdout.write(
    `Đã thu hồi ${ended.keys} khóa cho phần mềm, xóa ${ended.passkeys} khóa truy cập, kết thúc ${ended.sessions} phiên${factor}. Lần đăng nhập tới, người này được báo.\n`,
  );
  return 0;
});
