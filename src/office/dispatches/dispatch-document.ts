import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { parseBody } from '../../engines/page/body.ts';
import type { Mandate } from '../accounts/mandate.entity.ts';
import type { Circulation, Dispatch } from './dispatch.entity.ts';
import { printedNumber } from './number-words.ts';
import { URGENCY_MARKS } from './words.ts';
import type { CirculationMark, OfficialDocument } from '../../engines/page/official-document.ts';

const CIRCULATION_MARKS: Record<Circulation, CirculationMark> = {
  'return-after-reading': 'XEM XONG TRẢ LẠI',
  internal: 'LƯU HÀNH NỘI BỘ',
};

/** What is printed for a dispatch with its lines, office and mandate loaded; number and date once issued. */
export function documentOf(dispatch: Dispatch, checkUrl?: string): OfficialDocument {
  const { type, head, mandate, issuedOn, circulation, legalBases, annexes } = dispatch;
  const texts = (section: string) =>
    dispatch.lines.filter((line) => line.section === section).map((line) => line.text);
  return {
    type,
    parentBody: head.parentBody?.toLocaleUpperCase('vi'),
    issuingBody: head.name.toLocaleUpperCase('vi'),
    issuingBodyName: head.name,
    number: dispatch.number === null ? undefined : printedNumber(dispatch.number),
    symbol: dispatch.symbol,
    place: head.place,
    date: issuedOn ?? undefined,
    year: Number((issuedOn ?? vietnamDate(new Date())).slice(0, 4)),
    urgency: URGENCY_MARKS[dispatch.urgency],
    circulation: circulation ? CIRCULATION_MARKS[circulation] : undefined,
    abstract: dispatch.abstract,
    addressees: texts('addressee'),
    decidingAuthority:
      type === 'quyet-dinh' && mandate ? decidingAuthority(head.name, mandate) : undefined,
    legalBases: legalBases.length > 0 ? legalBases : undefined,
    body: parseBody(dispatch.body),
    recipientLines: texts('copy'),
    authority: mandate?.authority ?? [],
    signerName: mandate?.account.fullName ?? '',
    annexes:
      annexes.length > 0
        ? annexes.map(({ title, body }) => ({ title, body: parseBody(body) }))
        : undefined,
    typistMark: dispatch.typistMark ?? undefined,
    contact: head.contact.length > 0 ? head.contact : undefined,
    checkUrl,
  };
}

/** Annex III, form 1.2: whoever has the power to decide: the collective body, or the head with the office's name. */
function decidingAuthority(office: string, { capacity, onBehalfOf, post }: Mandate): string {
  const head = capacity === 'TM.' ? '' : `${onBehalfOf ?? post} `;
  return `${head}${office}`.toLocaleUpperCase('vi');
}
