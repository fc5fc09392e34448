import { RELATION_DONE, URGENCY_NAMES } from '../dispatches/words.ts';
import { shortDate, vietnamDate } from '../../platform/time/vietnam-time.ts';
import type { Dispatch } from '../dispatches/dispatch.entity.ts';
import { rulesOf, subjectOf } from '../../engines/page/document-types.ts';
import type { Follower } from '../dispatches/followers.ts';
import { reference } from '../dispatches/number-words.ts';
import type { LineTarget } from '../dispatches/recipient-line.entity.ts';
import type { RegisterLine } from './register.schemas.ts';

/** As the database tells of one number. */
export type EntryRow = Pick<Dispatch, 'state' | 'urgency' | 'type' | 'symbol' | 'abstract'> & {
  year: number;
  number: number;
  dated: string;
  voidReason: string | null;
  dispatchId: string;
  /** Whoever asked may not read it. */
  isWithheld: boolean;
  signer: string | null;
  issuedAt: Date | null;
  copies: number | null;
  acknowledged: number;
  /** Oldest first. */
  recalls: { on: string; isWhole: boolean; reason: string }[];
  /** What it replaces or corrects, and what replaces or corrects it, as far as issued. */
  former: Other | null;
  followers: Other[];
  lines: { target: LineTarget; text: string }[];
};

type Other = Pick<Follower, 'relation' | 'number' | 'symbol' | 'issuedOn'>;

export function lineOf(row: EntryRow): RegisterLine {
  const { year, number, dated, issuedAt, isWithheld } = row;
  const fate = row.voidReason !== null ? 'void' : row.state === 'issued' ? 'issued' : 'open';
  const line = { year, number, dated, fate, isWithheld, reference: reference(row) } as const;
  if (isWithheld) return { ...line, ...withheld(row, fate) };
  const isVoid = fate === 'void';
  return {
    ...line,
    dispatchId: row.dispatchId,
    subject: subject(row),
    signer: row.signer ?? '',
    sentTo: isVoid ? '' : sentTo(row.lines),
    keptBy: isVoid ? '' : keptBy(row.lines),
    copies: row.copies,
    sentOn: issuedAt && vietnamDate(issuedAt),
    acknowledged: row.acknowledged,
    note: noteOf(row, fate),
  };
}

/** That there is such a number, of which type and day, is told to the whole office; what it says and to whom is not. */
function withheld(row: EntryRow, fate: RegisterLine['fate']) {
  return {
    dispatchId: null,
    subject: rulesOf(row.type).name,
    signer: '',
    sentTo: '',
    keptBy: '',
    copies: null,
    sentOn: row.issuedAt && vietnamDate(row.issuedAt),
    acknowledged: 0,
    note: `${WITHHELD_FATES[fate]}Hạn chế đọc`,
  };
}

const WITHHELD_FATES = { issued: '', open: 'Chưa phát hành. ', void: 'Bỏ số. ' };

/** Column 3 wants the type as well: `Công văn V/v kiểm tra …`. */
function subject(row: EntryRow): string {
  const { name, title } = rulesOf(row.type);
  return title === undefined ? `${name} ${subjectOf(row)}` : subjectOf(row);
}

function noteOf(row: EntryRow, fate: RegisterLine['fate']): string {
  const { voidReason, urgency, recalls, former, followers } = row;
  if (fate === 'void') return `Bỏ số. ${voidReason}`;
  if (fate === 'open') return 'Chưa phát hành';
  return [
    ...(urgency === 'normal' ? [] : [URGENCY_NAMES[urgency]]),
    ...(former ? [`${capital(RELATION_DONE[former.relation!])} ${named(former)}`] : []),
    ...recallNotes(recalls),
    ...followers.map((one) => `Được ${RELATION_DONE[one.relation!]} bởi ${named(one)}`),
  ].join('. ');
}

const capital = (word: string) => word[0]!.toUpperCase() + word.slice(1);

const named = (other: Other) => `văn bản số ${reference(other)} ngày ${shortDate(other.issuedOn!)}`;

/** Once for all, or how many recipients were asked one by one. */
function recallNotes(recalls: EntryRow['recalls']): string[] {
  const whole = recalls.find(({ isWhole }) => isWhole);
  const last = recalls.at(-1);
  if (!last) return [];
  if (whole) return [`Đã thu hồi ngày ${shortDate(whole.on)}: ${bare(whole.reason)}`];
  return [`Thu hồi ở ${recalls.length} nơi nhận, lần cuối ngày ${shortDate(last.on)}`];
}

const bare = (text: string) => text.replace(/[\s;.,]+$/, '');

const sentTo = (lines: EntryRow['lines']): string =>
  lines
    .filter(({ target }) => target !== 'reference' && target !== 'archive')
    .map(({ text }) => bare(text))
    .join('; ');

/** `Lưu: VT, BCVT.` says that VT and BCVT keep it. */
const keptBy = (lines: EntryRow['lines']): string =>
  lines
    .filter(({ target }) => target === 'archive')
    .map(({ text }) => bare(text).replace(/^Lưu\s*:?\s*/u, ''))
    .join('; ');
