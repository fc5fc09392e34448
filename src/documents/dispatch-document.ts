import { vietnamDate } from '../calendar/vietnam-time.ts';
import { parseBody } from '../dispatches/body.ts';
import type { Dispatch, Urgency } from '../dispatches/dispatch.entity.ts';
import { printedNumber } from '../dispatches/printed-number.ts';
import type { OfficialDocument, UrgencyMark } from './official-document.ts';

const URGENCY_MARKS: Record<Urgency, UrgencyMark | undefined> = {
  normal: undefined,
  urgent: 'KHẨN',
  'very-urgent': 'THƯỢNG KHẨN',
  express: 'HỎA TỐC',
};

/** What is printed for a dispatch with its lines, office and mandate loaded; number and date once issued. */
export function documentOf(dispatch: Dispatch): OfficialDocument {
  const { office, mandate, issuedOn } = dispatch;
  const texts = (section: string) =>
    dispatch.lines.filter((line) => line.section === section).map((line) => line.text);
  return {
    parentBody: office.parentBody?.toLocaleUpperCase('vi'),
    issuingBody: office.name.toLocaleUpperCase('vi'),
    number: dispatch.number === null ? undefined : printedNumber(dispatch.number),
    symbol: dispatch.symbol,
    place: office.place,
    date: issuedOn ?? undefined,
    year: Number((issuedOn ?? vietnamDate(new Date())).slice(0, 4)),
    urgency: URGENCY_MARKS[dispatch.urgency],
    abstract: dispatch.abstract,
    addressees: texts('addressee'),
    body: parseBody(dispatch.body),
    recipientLines: texts('copy'),
    authority: mandate?.authority ?? [],
    signerName: mandate?.account.fullName ?? '',
  };
}
