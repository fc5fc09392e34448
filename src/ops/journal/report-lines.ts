import type { FactFault, FactReport } from '../../office/journal/facts/fact-report.ts';
import { FACTS } from '../../office/journal/facts/kinds.ts';
import type { Break, ChainReport } from '../../office/journal/chain-report.ts';

const WHAT: Record<Break['kind'], string> = {
  changed: 'nội dung đã bị sửa',
  removed: 'mục đã bị xóa',
  inserted: 'mục chen vào, không thuộc chuỗi',
  moved: 'mục chen vào hoặc bị đổi chỗ',
  forged: 'khác với mã băm đã cất',
  'person-changed': 'thông tin cá nhân đi kèm đã bị sửa',
  'office-gone': 'có mã băm đã cất nhưng cơ quan này không còn trong cơ sở dữ liệu',
};

/** What the report of one office says: its chain first, then each fact that differs. */
export function linesOf(report: ChainReport): string[] {
  const { office, head, erased, broken, compared } = report;
  if (broken) {
    const { position, entryId, kind } = broken;
    const where = [position && `mục ${position}`, entryId && `dòng ${entryId}`].filter(Boolean);
    const at = where.length > 0 ? `${where.join(', ')}: ` : '';
    const whole =
      kind === 'office-gone' ? '' : `. Nguyên vẹn đến mục ${head.position} ${head.hash}`;
    return [`${office} HỎNG: ${at}${WHAT[kind]}${whole}`];
  }
  const notes = [
    ...(erased > 0 ? [`${erased} mục đã xóa thông tin cá nhân`] : []),
    ...(compared ? [`${compared.facts} sự việc đã đối chiếu`] : []),
  ];
  const note = notes.length > 0 ? ` (${notes.join(', ')})` : '';
  const chain = `${office} ${head.position} ${head.hash} nguyên vẹn${note}`;
  return compared && compared.differing > 0 ? [chain, ...differences(office, compared)] : [chain];
}

function differences(office: string, { differing, faults }: FactReport): string[] {
  const more = differing - faults.length;
  return [
    `${office} SAI: ${differing} sự việc trong các bảng khác với nhật ký:`,
    ...faults.map((fault) => `  ${faultLine(fault)}`),
    ...(more > 0 ? [`  và ${more} sự việc nữa`] : []),
  ];
}

function faultLine({ name, key, label, kind, fields, position }: FactFault): string {
  const which = `${FACTS[name].words} (${name} ${key}${label ? `, ${label}` : ''})`;
  if (kind === 'not-in-journal') return `${which}: không có trong nhật ký`;
  if (kind === 'removed') return `${which}: đã bị xóa, nhật ký có ghi ở mục ${position}`;
  if (kind === 'contradicted')
    return `${which}: ${fields.join(', ')} không khớp với những lần gửi và báo đã ghi`;
  const what = fields.length > 0 ? fields.join(', ') : 'nội dung';
  return `${which}: ${what} đã bị sửa, khác với mục ${position}`;
}
