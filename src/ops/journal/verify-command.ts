import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import {
  damagedElsewhere,
  damagedHere,
  type StoredElsewhere,
} from '../../platform/files/damaged-files.ts';
import { verifyJournal } from '../../office/journal/verify-journal.ts';
import type { Head } from '../../office/journal/chain-report.ts';
import { withoutBlanks } from '../../platform/config/without-blanks.ts';
import { complaintOf } from '../../platform/problems/wrong-arguments.ts';
import { withDatabaseHere } from '../database-here.ts';
import { linesOf } from './report-lines.ts';

const USAGE = `Cách dùng: npm run journal:verify -- [--kept TỆP] [--json]
Kiểm tra chuỗi nhật ký của từng cơ quan, rồi đối chiếu từng sự việc trong các bảng với nhật ký và từng tệp với mã
SHA-256 của nó (tệp ở kho S3 thì đọc ở đó, theo S3_URL); trả về 0 chỉ khi tất cả nguyên vẹn. Mỗi dòng in ra ghi mã cơ quan, số mục và
mã băm cuối chuỗi: cất ở nơi khác, lần sau đưa lại bằng --kept để phát hiện cả việc viết lại hay cắt đuôi chuỗi.
`;

const BROKEN = 1;
const NOT_RUN = 2;

/** Lines of an earlier run: `STTTT 128 9f8e…`. */
const headsIn = (text: string): Head[] =>
  [...text.matchAll(/^(\S+) (\d+) ([0-9a-f]{64})\b/gm)].map(([, office, position, hash]) => ({
    office: office!,
    position: Number(position),
    hash: hash!,
  }));

const NO_OFFICE =
  'Cơ sở dữ liệu này không có cơ quan nào nên không có gì để kiểm tra. Xem lại DATABASE_URL hoặc DATA_DIR.';

async function headsOf(path: string): Promise<Head[]> {
  const heads = headsIn(await readFile(path, 'utf8'));
  if (heads.length > 0) return heads;
  throw new Error(
    `Tệp ${path} không có dòng nào do npm run journal:verify in ra. Chỉ tới tệp đã cất từ lần kiểm tra trước.`,
  );
}

const unreadIn = ({ unread, why }: StoredElsewhere): string[] =>
  unread > 0 ? [`CHƯA ĐỐI CHIẾU: ${unread} tệp nằm ở kho đối tượng (S3): ${why}`] : [];

/** `npm run journal:verify` */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { kept: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const kept = values.kept === undefined ? [] : await headsOf(values.kept);
  const { reports, here, elsewhere } = await withDatabaseHere(process.env, async (database) => ({
    ...(await database.transaction('REPEATABLE READ', async (manager) => ({
      reports: await verifyJournal(manager, kept),
      here: await damagedHere(manager),
    }))),
    elsewhere: await damagedElsewhere(database, withoutBlanks(process.env).S3_URL),
  }));
  const damaged = [...here, ...elsewhere.damaged];
  const besideReports = [
    ...damaged.map(({ sha256, what }) => `TỆP HỎNG: ${sha256} ${what}; khôi phục từ bản sao lưu`),
    ...unreadIn(elsewhere),
    ...(reports.length === 0 ? [NO_OFFICE] : []),
  ];
  if (values.json) {
    process.stdout.write(`${JSON.stringify(reports, null, 2)}\n`);
    for (const line of besideReports) process.stderr.write(`${line}\n`);
  } else {
    process.stdout.write(`${[...reports.flatMap(linesOf), ...besideReports].join('\n')}\n`);
  }
  const isWhole =
    reports.length > 0 &&
    damaged.length === 0 &&
    elsewhere.unread === 0 &&
    reports.every(({ broken, compared }) => !broken && !compared?.differing);
  return isWhole ? 0 : BROKEN;
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
