import { RECIPIENT_STATES, type RecipientState } from '../../../recipient-words.ts';
import { RECIPIENT_STATE_NAMES } from '../../../recipient-words.ts';
import { count, duration, percent } from '../../../../platform/text/words.ts';
import { RELATION_DONE } from '../../../dispatches/words.ts';
import type { Office } from '../../../accounts/office.entity.ts';
import { shortDate, vietnamTime } from '../../../../platform/time/vietnam-time.ts';
import type { Dispatch } from '../../../dispatches/dispatch.entity.ts';
import { subjectOf } from '../../../../engines/page/document-types.ts';
import type { Follower } from '../../../dispatches/followers.ts';
import { reference } from '../../../dispatches/number-words.ts';
import type { FontFiles } from '../../../../engines/page/fonts/font-family.ts';
import { PageBuilder } from '../../../../engines/page/paper/page-builder.ts';
import { drawTable } from '../../../../engines/page/paper/table.ts';
import type { RecallCounts } from '../../../recipients/recalls/recall.schemas.ts';
import type { RecipientRow } from '../recipients.service.ts';
import { type ProgressFacts } from '../tracking.schemas.ts';

/** The colours of the states on the pages, for paper. */
const INKS: Record<RecipientState, string> = {
  acknowledged: '0.12 0.48 0.27',
  delivered: '0.26 0.47 0.74',
  waiting: '0.93 0.72 0.23',
  refused: '0.78 0.42 0.12',
  failed: '0.74 0.2 0.18',
  unreachable: '0.45 0.48 0.53',
  withdrawn: '0.73 0.75 0.78',
};

export interface StatusReport {
  office: Office;
  dispatch: Dispatch;
  progress: ProgressFacts;
  /** All recipients that are late. */
  late: RecipientRow[];
  recall: RecallCounts;
  followers: Follower[];
  at: Date;
  fonts?: FontFiles;
}

const ROW = 18;

/** Where one dispatch stands, on one page to print and hand over. */
export function statusReport({
  office,
  dispatch,
  progress,
  late,
  recall,
  followers,
  at,
  fonts,
}: StatusReport): Buffer {
  const name = `${reference(dispatch)} ngày ${shortDate(dispatch.issuedOn!)}`;
  const paper = new PageBuilder({
    orientation: 'portrait',
    title: `Tình hình tiếp nhận ${name}`,
    author: office.name,
    created: at,
    footer: `${office.name}, in lúc ${vietnamTime(at)}`,
    ...(fonts && { fonts }),
  });
  paper.text((office.head.parentBody ?? '').toLocaleUpperCase('vi'), { size: 11, align: 'center' });
  paper.text(office.name.toLocaleUpperCase('vi'), { size: 11, style: 'bold', align: 'center' });
  paper.space(12);
  paper.text('TÌNH HÌNH TIẾP NHẬN VĂN BẢN', {
    size: 15,
    style: 'bold',
    align: 'center',
    tag: 'H1',
  });
  paper.text(`Số ${name}`, { size: 12, align: 'center' });
  paper.text(subjectOf(dispatch), { size: 12, style: 'italic', align: 'center' });
  paper.space(10);
  for (const sentence of [...recallLine(recall), ...followers.map(followed)]) {
    paper.text(sentence, { size: 12, style: 'bold' });
  }
  for (const sentence of sentences(progress, at)) paper.text(sentence, { size: 12 });
  paper.space(8);
  bar(paper, progress);
  heading(paper, 'Theo loại cơ quan');
  kinds(paper, progress);
  const places = progress.areas.length > 0 ? progress.areas : progress.districts;
  if (places.length > 0 && paper.room > 7 * ROW) {
    const which = progress.areas.length > 0 ? 'Theo khu vực' : 'Theo địa bàn';
    heading(paper, `${which}, nơi còn thiếu nhiều nhất trước`);
    drawPlaces(paper, places, Math.floor(paper.room / ROW) - (late.length > 0 ? 5 : 2));
  }
  if (late.length > 0 && paper.room > 4 * ROW) {
    heading(paper, `Quá hạn mà chưa xác nhận: ${count(late.length)} nơi`);
    names(paper, late);
  }
  return paper.finish();
}

/** Whoever reads the page must not take the dispatch for one that still counts. */
const recallLine = ({ total, cancelled, agreed, removed, refused, unanswered }: RecallCounts) =>
  total === 0
    ? []
    : [
        `Đã thu hồi ở ${count(total)} nơi nhận: ${count(cancelled)} nơi chưa gửi, ${count(agreed + removed)} nơi đồng ý, ${count(removed)} nơi đã xóa tệp, ${count(refused)} nơi không đồng ý, ${count(unanswered)} nơi chưa trả lời.`,
      ];

const followed = (follower: Follower) =>
  `Đã được ${RELATION_DONE[follower.relation!]} bởi văn bản số ${reference(follower)} ngày ${shortDate(follower.issuedOn!)}.`;

function sentences(progress: ProgressFacts, at: Date) {
  const { total, issuedAt, acknowledgeBy, median, ninetieth, replies } = progress;
  const pace =
    median !== null &&
    `Một nửa số nơi đã xác nhận làm việc đó trong ${duration(median)}, 90% trong ${duration(ninetieth!)}.`;
  return [
    `Phát hành lúc ${vietnamTime(issuedAt!)} tới ${count(total.total)} nơi nhận, hạn xác nhận ${vietnamTime(acknowledgeBy!)}.`,
    `Đến ${vietnamTime(at)}, ${count(total.acknowledged)} nơi (${percent(total.acknowledged, total.total)}%) đã xác nhận tiếp nhận; ${count(total.late)} nơi quá hạn.`,
    ...(replies.wanted > 0
      ? [
          `${count(replies.given)}/${count(replies.wanted)} nơi cần trả lời đã trả lời; ${count(replies.late)} nơi quá hạn trả lời.`,
        ]
      : []),
    ...(pace ? [pace] : []),
  ];
}

const heading = (paper: PageBuilder, text: string) => {
  paper.space(10);
  paper.text(text, { size: 12, style: 'bold', tag: 'H2' });
  paper.space(3);
};

/** What the table below says in numbers. */
function bar(paper: PageBuilder, { total }: ProgressFacts): void {
  let x = paper.left;
  for (const state of RECIPIENT_STATES) {
    const width = (paper.textWidth * total[state]) / total.total;
    if (width > 0) paper.add({ kind: 'fill', x, y: paper.y, width, height: 11, ink: INKS[state] });
    x += width;
  }
  paper.space(13);
}

function kinds(paper: PageBuilder, { kinds: all, total }: ProgressFacts): void {
  const states = RECIPIENT_STATES.filter(
    (state) => state === 'acknowledged' || state === 'delivered' || total[state] > 0,
  );
  const cells = (counts: ProgressFacts['total']) =>
    [...states, 'total' as const, 'late' as const].map((key) => count(counts[key]));
  const titles = [...states.map((state) => RECIPIENT_STATE_NAMES[state]), 'Tổng', 'Quá hạn'];
  drawTable(
    paper,
    [
      { title: 'Loại cơ quan', share: 2.6 },
      ...titles.map((title) => ({ title, share: 1, align: 'right' as const })),
    ],
    [
      ...all.map(({ name, counts }) => ({ cells: [name, ...cells(counts)] })),
      { cells: ['Cộng', ...cells(total)], style: 'bold' },
    ],
    {
      size: 10,
      headInk: (column) => (column === 0 ? undefined : INKS[states[column - 1]!]),
    },
  );
}

function drawPlaces(paper: PageBuilder, all: ProgressFacts['areas'], most: number): void {
  drawTable(
    paper,
    [
      { title: 'Địa bàn', share: 4 },
      { title: 'Nơi nhận', share: 1, align: 'right' },
      { title: 'Đã tiếp nhận', share: 1, align: 'right' },
      { title: 'Tỷ lệ', share: 1, align: 'right' },
      { title: 'Quá hạn', share: 1, align: 'right' },
    ],
    all.slice(0, Math.max(most, 1)).map(({ name, total, acknowledged, late }) => ({
      cells: [
        name,
        count(total),
        count(acknowledged),
        `${percent(acknowledged, total)}%`,
        count(late),
      ],
    })),
    { size: 10 },
  );
}

/** As many names as the page still holds; the rest is a number. */
function names(paper: PageBuilder, late: RecipientRow[]): void {
  const size = 10;
  const lines = (shown: number) => {
    const rest = late.length - shown;
    const text = late
      .slice(0, shown)
      .map(({ name }) => name)
      .join('; ');
    return rest > 0 ? `${text}; và ${count(rest)} nơi khác.` : `${text}.`;
  };
  const fits = (shown: number) =>
    paper.broken(lines(shown), 'regular', size, paper.textWidth).length * size * 1.2 < paper.room;
  let shown = Math.min(late.length, 60);
  while (shown > 1 && !fits(shown)) shown -= 1;
  paper.text(lines(shown), { size });
}
