import { gapSentence, withheldSentence } from './words.ts';
import { shortDate, vietnamTime } from '../../platform/time/vietnam-time.ts';
import type { FontFiles } from '../../engines/page/fonts/font-family.ts';
import { PageBuilder } from '../../engines/page/paper/page-builder.ts';
import { drawTable } from '../../engines/page/paper/table.ts';
import { COLUMNS, printed } from './register-columns.ts';
import type { RegisterOfPeriod } from './register.service.ts';

export interface RegisterBook {
  office: { name: string; parentBody: string | null };
  found: RegisterOfPeriod;
  sheet: 'A4' | 'A3';
  at: Date;
  fonts?: FontFiles;
}

const upper = (text: string) => text.toLocaleUpperCase('vi');

/** To be printed and bound: cover, the ten columns page after page, and what became of every number. */
export function registerBook({ office, found, sheet, at, fonts }: RegisterBook): Buffer {
  const { from, to, lines } = found;
  const period = `từ ngày ${shortDate(from)} đến ngày ${shortDate(to)}`;
  const paper = new PageBuilder({
    orientation: 'landscape',
    sheet,
    cover: true,
    author: office.name,
    created: at,
    title: `Sổ đăng ký văn bản đi ${period}`,
    footer: `${office.name}, sổ đăng ký văn bản đi ${period}, in lúc ${vietnamTime(at)}`,
    ...(fonts && { fonts }),
  });
  cover(paper, office, found);
  paper.turnPage();
  drawTable(
    paper,
    COLUMNS.map(({ title, share, align }) => ({ title, share, ...(align && { align }) })),
    lines.map((line) => ({
      cells: COLUMNS.map(({ value }) => printed(value(line))),
      ...(line.fate === 'void' && { style: 'italic' as const }),
    })),
    { size: sheet === 'A3' ? 11 : 9, numbered: true },
  );
  closing(paper, found, at);
  return paper.finish();
}

/** As Annex IV has it: office, title, year, from which day and number to which, volume. */
function cover(
  paper: PageBuilder,
  office: RegisterBook['office'],
  { from, to, lines }: RegisterOfPeriod,
): void {
  const centred = { align: 'center' } as const;
  const [first, last] = [lines[0], lines.at(-1)];
  const years = [...new Set([from.slice(0, 4), to.slice(0, 4)])].join(' – ');
  paper.text(upper(office.parentBody ?? ''), { size: 14, ...centred });
  paper.text(upper(office.name), { size: 14, style: 'bold', ...centred });
  paper.space(paper.room / 4);
  paper.text('SỔ ĐĂNG KÝ VĂN BẢN ĐI', { size: 26, style: 'bold', tag: 'H1', ...centred });
  paper.space(10);
  paper.text(`Năm ${years}`, { size: 16, style: 'bold', ...centred });
  paper.space(24);
  paper.text(`Từ ngày ${shortDate(from)} đến ngày ${shortDate(to)}`, { size: 14, ...centred });
  const numbers = first && last ? `Từ số ${first.number} đến số ${last.number}` : 'Không có số nào';
  paper.text(numbers, { size: 14, ...centred });
  paper.text('Quyển số: ……', { size: 14, ...centred });
}

function closing(paper: PageBuilder, { lines, gaps }: RegisterOfPeriod, at: Date): void {
  const voided = lines.filter(({ fate }) => fate === 'void').length;
  if (paper.room < 150) paper.turnPage();
  paper.space(12);
  paper.text(
    `Sổ này ghi ${lines.length} số, trong đó ${voided} số bỏ. In lúc ${vietnamTime(at)}.`,
    {
      size: 11,
    },
  );
  if (withheldSentence(lines)) paper.text(withheldSentence(lines), { size: 11 });
  if (gaps.length > 0) {
    paper.space(6);
    paper.text('Những số không có văn bản phát hành', { size: 11, style: 'bold', tag: 'H2' });
    for (const gap of gaps) paper.text(gapSentence(gap), { size: 11 });
  }
  if (paper.room < 110) paper.turnPage();
  paper.space(16);
  const top = paper.y;
  const half = paper.textWidth / 2;
  ['VĂN THƯ', 'THỦ TRƯỞNG CƠ QUAN'].forEach((title, column) => {
    paper.y = top;
    const place = { left: column * half, width: half, align: 'center' } as const;
    paper.text(title, { size: 11, style: 'bold', ...place });
    paper.text('(Chữ ký, họ và tên)', { size: 10, style: 'italic', ...place });
  });
}
