import type { EntityManager } from 'typeorm';
import { STATE_NAMES } from '../../office/dispatches/words.ts';
import { vietnamTime } from '../../platform/time/vietnam-time.ts';
import type { DispatchState } from '../../office/dispatches/dispatch.entity.ts';

interface Entry {
  office: string;
  last_number: number;
  dispatch_id: string | null;
  abstract: string | null;
  state: DispatchState | null;
  taken_at: Date | null;
  taken_by: string | null;
  voided_at: Date | null;
  voided_by: string | null;
  void_reason: string | null;
}

const ENTRY = `
  SELECT office.code AS office, register.last_number, entry.dispatch_id, dispatch.abstract,
         dispatch.state, entry.taken_at, taker.full_name AS taken_by,
         entry.voided_at, voider.full_name AS voided_by, entry.void_reason
  FROM registers register
  JOIN offices office ON office.id = register.office_id
  LEFT JOIN register_entries entry
    ON entry.office_id = register.office_id AND entry.year = register.year AND entry.number = $2
  LEFT JOIN dispatches dispatch ON dispatch.id = entry.dispatch_id
  LEFT JOIN accounts taker ON taker.id = entry.taken_by
  LEFT JOIN accounts voider ON voider.id = entry.voided_by
  WHERE register.year = $1 ORDER BY office.code`;

/** What became of number `number` of `year` in each office's register; empty without a register of that year. */
export async function explainNumber(
  manager: EntityManager,
  year: number,
  number: number,
): Promise<string[]> {
  const entries = await manager.query<Entry[]>(ENTRY, [year, number]);
  return entries.map(
    (entry) => `${entry.office}, số ${number} năm ${year}: ${fateOf(entry, number)}`,
  );
}

function fateOf(entry: Entry, number: number): string {
  if (number > entry.last_number) return `chưa cấp, mới tới số ${entry.last_number}.`;
  if (!entry.taken_at) return 'không có trong sổ và không rõ vì sao. Chạy npm run journal:verify.';
  const taken = `${entry.taken_by} lấy lúc ${vietnamTime(entry.taken_at)} cho “${entry.abstract}” (${entry.dispatch_id})`;
  if (entry.voided_at) {
    return `${taken}; bỏ lúc ${vietnamTime(entry.voided_at)} do ${entry.voided_by}: ${entry.void_reason}`;
  }
  return `${taken}; văn bản ${entry.state === 'issued' ? 'đã phát hành' : `đang ở bước “${STATE_NAMES[entry.state!]}”`}.`;
}
