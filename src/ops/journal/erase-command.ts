import { parseArgs } from 'node:util';
import { complaintOf, WrongArguments } from '../../platform/problems/wrong-arguments.ts';
import { eraseFromJournal } from '../../office/administration/personal-data/erase-from-journal.ts';
import { withDatabaseHere } from '../database-here.ts';

const USAGE = `Cách dùng: npm run journal:erase -- --office MÃ --whom "Họ và tên" --reason "Căn cứ"
Xóa họ tên, chức vụ, địa chỉ IP mà nhật ký giữ về một người (họ tên đã khai, hoặc tên đăng nhập). Chuỗi nhật ký vẫn nguyên vẹn.
`;

const FOUND_NOTHING = 1;

/** `npm run journal:erase` */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      office: { type: 'string' },
      whom: { type: 'string' },
      reason: { type: 'string' },
    },
  });
  const [office, whom, reason] = [values.office, values.whom, values.reason].map((value) =>
    value?.trim(),
  );
  if (!office || !whom || !reason)
    throw new WrongArguments('Thiếu --office, --whom hoặc --reason.');
  const erased = await withDatabaseHere(process.env, (database) =>
    database.transaction((manager) => eraseFromJournal(manager, office, whom, reason)),
  );
  if (erased === 0) {
    process.stderr.write(
      `Nhật ký của ${office} không giữ gì về “${whom}” nên chưa xóa gì. Ghi họ tên đúng như người ấy đã khai, hoặc tên đăng nhập.\n`,
    );
    return FOUND_NOTHING;
  }
  process.stdout.write(`Đã xóa thông tin cá nhân khỏi ${erased} mục.\n`);
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(complaintOf(error, USAGE));
    process.exitCode = 2;
  },
);
