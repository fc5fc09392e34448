import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { withDatabaseHere } from '../database-here.ts';
import { run } from '../../platform/process/run.ts';
import { explainDelivery } from './explain-delivery.ts';
import { explainNumber } from './explain-number.ts';
import { explainReminders } from './explain-reminders.ts';

const USAGE = `Cách dùng: npm run explain -- MÃ
  MÃ là mã của một nơi nhận hay một lần gửi (UUID, có trong đường dẫn và nhật ký): vì sao chưa gửi, chưa nhắc;
  hoặc một số văn bản như 12/2026: vì sao số ấy không có trong sổ.
Đọc cơ sở dữ liệu của DATABASE_URL; không đặt thì đọc dữ liệu của npm start (DATA_DIR).
`;
const NOT_RUN = 2;

/** Says why something that was expected did not happen. Reads only. */
await run(async () => {
  const [what, ...more] = process.argv.slice(2);
  const [, number, year] = /^(\d{1,6})\/(\d{4})$/.exec(what ?? '') ?? [];
  const isId = z.uuid().safeParse(what).success;
  if (!what || more.length > 0 || (!isId && !number)) {
    process.stderr.write(USAGE);
    return NOT_RUN;
  }
  const lines = await withDatabaseHere(process.env, ({ manager }) =>
    isId ? explainId(manager, what) : explainNumber(manager, Number(year), Number(number)),
  );
  if (lines.length === 0) {
    process.stderr.write(`Không có gì mang mã “${what}” trong cơ sở dữ liệu này.\n`);
    return 1;
  }
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
});

/** A recipient has a delivery, a delivery a recipient: either id tells of both. */
async function explainId(manager: EntityManager, id: string): Promise<string[]> {
  const [pair] = await manager.query<{ recipient: string; delivery: string | null }[]>(
    `SELECT recipients.id AS recipient, deliveries.id AS delivery
     FROM recipients LEFT JOIN deliveries ON deliveries.recipient_id = recipients.id
     WHERE recipients.id = $1 OR deliveries.id = $1`,
    [id],
  );
  if (!pair) return [];
  const delivery = pair.delivery && (await explainDelivery(manager, pair.delivery));
  const reminders = await explainReminders(manager, pair.recipient, new Date());
  return [
    ...(delivery || ['Chưa có lần gửi nào: nơi nhận không có địa chỉ khi phát hành.']),
    ...(reminders ?? []),
  ];
}
