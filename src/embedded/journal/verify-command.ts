import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { inWords } from '../../in-words.ts';
import {
  verifyJournal,
  type Break,
  type ChainReport,
  type Head,
} from '../../journal/verify-journal.ts';
import { withDatabaseHere } from './database-here.ts';

const USAGE = `Cách dùng: npm run journal:verify -- [--kept TỆP] [--json]
Kiểm tra chuỗi nhật ký của từng cơ quan; trả về 0 chỉ khi nguyên vẹn. Mỗi dòng in ra ghi mã cơ quan, số mục và
mã băm cuối chuỗi: cất ở nơi khác, lần sau đưa lại bằng --kept để phát hiện cả việc viết lại hay cắt đuôi chuỗi.
`;

const BROKEN = 1;
const NOT_RUN = 2;

const WHAT: Record<Break['kind'], string> = {
  changed: 'nội dung đã bị sửa',
  removed: 'mục đã bị xóa',
  inserted: 'mục chen vào, không thuộc chuỗi',
  moved: 'mục chen vào hoặc bị đổi chỗ',
  forged: 'khác với mã băm đã cất',
  'person-changed': 'thông tin cá nhân đi kèm đã bị sửa',
};

/** Lines of an earlier run: `STTTT 128 9f8e…`. */
const headsIn = (text: string): Head[] =>
  [...text.matchAll(/^(\S+) (\d+) ([0-9a-f]{64})\b/gm)].map(([, office, position, hash]) => ({
    office: office!,
    position: Number(position),
    hash: hash!,
  }));

function lineOf({ office, head, erased, broken }: ChainReport): string {
  if (!broken) {
    const note = erased > 0 ? ` (${erased} mục đã xóa thông tin cá nhân)` : '';
    return `${office} ${head.position} ${head.hash} nguyên vẹn${note}`;
  }
  const { position, entryId, kind } = broken;
  const where = [position && `mục ${position}`, entryId && `dòng ${entryId}`].filter(Boolean);
  return `${office} HỎNG: ${where.join(', ')}: ${WHAT[kind]}. Nguyên vẹn đến mục ${head.position} ${head.hash}`;
}

/** `npm run journal:verify` */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { kept: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const kept = values.kept === undefined ? [] : headsIn(await readFile(values.kept, 'utf8'));
  const reports = await withDatabaseHere(process.env, (database) =>
    database.transaction('REPEATABLE READ', (manager) => verifyJournal(manager, kept)),
  );
  const text = values.json ? JSON.stringify(reports, null, 2) : reports.map(lineOf).join('\n');
  process.stdout.write(`${text}\n`);
  return reports.some(({ broken }) => broken) ? BROKEN : 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`${inWords(error)}\n${USAGE}`);
    process.exitCode = NOT_RUN;
  },
);
