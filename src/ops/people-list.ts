import { parseArgs } from 'node:util';
import { absentFrom, readNamed } from '../office/administration/people/departures/absent-people.ts';
import { depart, type Departure } from '../office/administration/people/departures/depart.ts';
import { Office } from '../office/accounts/office.entity.ts';
import type { Account } from '../office/accounts/account.entity.ts';
import { boundedFile } from '../platform/files/bounded-file.ts';
import { complaintOf, WrongArguments } from '../platform/problems/wrong-arguments.ts';
import { withDatabaseHere } from './database-here.ts';

const USAGE = `Cách dùng: npm run people:list -- TỆP.csv --office MÃ [--keep TÊN]… [--most SỐ] [--apply]
TỆP.csv là danh sách người còn ở cơ quan, có cột username hoặc email. Ai không có trong đó thì cho nghỉ:
in ra trước, --apply để làm. --keep: tên đăng nhập luôn giữ. --most: nhiều nhất bao nhiêu người một lần
(không ghi: một phần năm số người, ít nhất 3).
`;
const LARGEST = 20 * 2 ** 20;
const NOT_ALL = 1;
const NOT_RUN = 2;

const SAID: Record<Departure, string> = {
  left: 'đã nghỉ',
  waiting: 'không đăng nhập được nữa; việc còn lại chờ quản trị chuyển ở mục Người của cơ quan',
  'kept-last-clerk': 'GIỮ: văn thư cuối cùng. Giao vai trò văn thư cho người khác trước',
  'kept-last-administrator': 'GIỮ: quản trị cuối cùng. Giao vai trò quản trị cho người khác trước',
};

const lineOf = ({ username, fullName }: Account, said: string) =>
  `${username}: ${fullName}, ${said}\n`;

/** `npm run people:list`, by night from what the directory exports. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      office: { type: 'string' },
      keep: { type: 'string', multiple: true, default: [] },
      most: { type: 'string' },
      apply: { type: 'boolean', default: false },
    },
  });
  const [file, ...more] = positionals;
  if (!file || more.length > 0 || !values.office)
    throw new WrongArguments('Thiếu tệp hoặc --office.');
  if (values.most !== undefined && !/^\d{1,6}$/.test(values.most)) {
    throw new WrongArguments('--most là một số người.');
  }
  const named = readNamed((await boundedFile(file, LARGEST)).toString());
  for (const name of values.keep) named.username.add(name.toLowerCase());
  return withDatabaseHere(process.env, async (database) => {
    const office = await database.manager.findOneBy(Office, { code: values.office! });
    if (!office) throw new Error(`Không có cơ quan mã ${values.office}.`);
    const found = await absentFrom(database.manager, office.id, named);
    const { here, people: absent } = found;
    const most = values.most ? Number(values.most) : Math.max(3, Math.floor(here / 5));
    if (found.new > most) {
      throw new Error(
        `Danh sách thiếu ${found.new} trong ${here} người, quá ${most}: có thể tệp bị cắt. Chưa làm gì. Đúng là nghỉ cả thì thêm --most ${found.new}.`,
      );
    }
    let isAll = true;
    for (const person of absent) {
      const done = values.apply
        ? await depart(
            database,
            office.id,
            person.id,
            'Không còn trong danh sách người của cơ quan',
          )
        : undefined;
      if (done?.startsWith('kept')) isAll = false;
      process.stdout.write(lineOf(person, done ? SAID[done] : 'không có trong danh sách'));
    }
    if (absent.length === 0) process.stdout.write('Không ai phải nghỉ.\n');
    else if (!values.apply) process.stdout.write('Chưa làm gì. Đúng thì chạy lại, thêm --apply.\n');
    return isAll ? 0 : NOT_ALL;
  });
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(complaintOf(error, USAGE));
    process.exitCode = NOT_RUN;
  },
);
