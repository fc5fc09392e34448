import type { Located } from '../finder.ts';
import { centreOf, type PrintedLine } from '../reading/printed-file.ts';
import { isAnnexLabel, isTypedRule, joined, type Row } from './rows.ts';
import { jointSigners, signature } from './signature.ts';

export interface Closing {
  located: Located[];
  /** Where it begins: the body ends above. */
  page: number;
  top: number;
  /** Where its last line stands. */
  lastPage: number;
  recipients: string[];
  authority: string[];
  signerName?: string;
  isSignedJointly: boolean;
}

const HEADING = /^nơi nhận\s*:?/iu;
/** Nơi nhận on the left, authority and name on the right; `undefined` where no `Nơi nhận:` is found. */
export function closing(
  rows: Row[],
  pages: { width: number; height: number }[],
): Closing | undefined {
  const at = rows.findLastIndex(({ parts }) => HEADING.test(parts[0]!.text));
  const heading = rows[at]?.parts[0];
  if (!heading) return undefined;
  const page = pages[heading.page - 1]!;
  const isRight = (line: PrintedLine) =>
    centreOf(line) > page.width / 2 && line.x > 0.38 * page.width;
  const here = rows.filter((row) => row.page === heading.page);
  const after = here.filter(({ y }) => y > heading.y + 2);
  const onLeft = (all: Row[]) =>
    all.flatMap(({ parts }) => {
      const own = parts.filter((line) => !isRight(line));
      return own.length > 0 ? [joined(own)] : [];
    });
  // A page that goes on with running text, or begins with an annex, is not the rest of a signature.
  const next = rows.filter((row) => row.page === heading.page + 1);
  const isRest =
    !isAnnexLabel(next[0]) && next.every(({ parts }) => width(joined(parts)) < 0.55 * page.width);
  const rest = isRest ? next : [];
  const isEnd = isRest || isAnnexLabel(next[0]);
  const recipients = recipientLines(heading, onLeft(after), onLeft(rest), page.height, isEnd);
  const right = here
    .filter(({ y }) => y > heading.y - 4 * heading.size)
    .flatMap(({ parts }) => parts.filter(isRight))
    .filter((line) => !isTypedRule(line));
  const overleaf = rest.flatMap(({ parts }) => parts.filter(isRight));
  const joint = jointSigners(here.filter(({ y }) => y < heading.y - 2));
  const { authority, name } = joint
    ? { authority: [], name: undefined }
    : signature(right, heading, overleaf);
  const located: Located[] = [];
  const add = (kind: Located['kind'], name: string, lines: PrintedLine[]) => {
    if (lines.length > 0) located.push({ kind, place: name, lines });
  };
  add('authority', 'Quyền hạn, chức vụ', authority);
  add('signer-name', 'Họ tên người ký', name ? [name] : []);
  add('recipients-heading', 'Chữ "Nơi nhận:"', [heading]);
  for (const [i, lines] of recipients.lines.entries()) {
    const isLast = i === recipients.lines.length - 1;
    located.push({ kind: 'recipient-line', place: `Nơi nhận, dòng ${i + 1}`, lines, isLast });
  }
  return {
    located,
    page: heading.page,
    lastPage: Math.max(...located.flatMap(({ lines }) => lines).map((line) => line.page)),
    top: Math.min(
      heading.y - heading.size,
      ...[...authority, ...(joint?.lines ?? [])].map(({ y, size }) => y - size),
    ),
    recipients: recipients.isWhole ? recipients.lines.map(textOf) : [],
    authority: authority.map(({ text }) => text),
    signerName: joint ? joint.names.join('; ') : name?.text,
    isSignedJointly: joint !== undefined,
  };
}

const textOf = (lines: PrintedLine[]) => lines.map(({ text }) => text).join(' ');

const width = ({ x, right }: PrintedLine) => right - x;
const isDashed = ({ text }: PrintedLine) => /^[-–—+•*]/u.test(text);
const isFiled = (line: PrintedLine | undefined) => /^[-–]?\s*lưu(?!\p{L})/iu.test(line?.text ?? '');

/** Lines that go on below their dash are one; a list that the page cuts off goes on at the head of the next, or is not whole. */
function recipientLines(
  heading: PrintedLine,
  left: PrintedLine[],
  overleaf: PrintedLine[],
  height: number,
  /** Nothing, or an annex, comes after. */
  isEnd: boolean,
) {
  const lines: PrintedLine[][] = [];
  let last = heading;
  let stopsShort = false;
  for (const line of [...left, ...overleaf]) {
    const turns = line.page > last.page;
    if (turns && (isFiled(lines.at(-1)?.[0]) || !isDashed(line))) break;
    const apart = !turns && line.y - last.y > 2.3 * Math.max(last.size, line.size);
    stopsShort = apart || line.size > heading.size + 1.6 || /^phụ lục/iu.test(line.text);
    if (stopsShort) break;
    if (isFiled(lines.at(-1)?.[0]) && !isDashed(line) && last.text.endsWith('.')) break;
    const [opening] = lines.at(-1) ?? [];
    const hangs = opening !== undefined && line.x > opening.x + 2;
    const wraps = !isDashed(line) && (hangs || !last.text.endsWith(';'));
    if (opening && wraps && isDashed(lines[0]![0]!)) lines.at(-1)!.push(line);
    else lines.push([line]);
    last = line;
  }
  const ends = isEnd && last.y < height - 100 && (!stopsShort || last.text.endsWith('.'));
  const isWhole = isFiled(lines.at(-1)?.[0]) || ends;
  return { lines: isWhole ? lines : lines.slice(0, -1), isWhole };
}
