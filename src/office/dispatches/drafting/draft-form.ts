import { shortDate, wallClock } from '../../../platform/time/vietnam-time.ts';
import { fullName } from '../../directory/full-name.ts';
import { nameKey } from '../../../platform/text/name-key.ts';
import { nfc } from '../../../platform/web/schema.ts';
import type { Dispatch, Relation } from '../dispatch.entity.ts';
import { reference } from '../number-words.ts';
import { classifiedToday, isClassified } from '../../../engines/page/secrecy.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import type { RecipientLine, Section } from '../recipient-line.entity.ts';

/** Refuses text with a secrecy mark before any of it is kept. */
export function requireUnclassified({ addressees, copies, annexes, ...own }: DraftValues): void {
  const lines = [...addressees, ...copies].flatMap(({ text, to }) => [text, to]);
  const parts = annexes.flatMap(({ title, body }) => [title, body]);
  const { abstract, body, legalBases } = own;
  if (!isClassified(own.secrecy, abstract, body, ...legalBases.split('\n'), ...lines, ...parts)) {
    return;
  }
  throw new RuleViolation('classified', classifiedToday());
}

export interface LineValues {
  text: string;
  to: string;
  purpose: string;
  /** `2024-03-05T16:55`, in Vietnam. */
  acknowledgeBy: string;
  replyBy: string;
}

export interface AnnexValues {
  title: string;
  body: string;
}

/** What stands in the form's controls: text as typed, right or wrong. */
export interface DraftValues {
  type: string;
  abstract: string;
  symbol: string;
  urgency: string;
  circulation: string;
  legalBases: string;
  body: string;
  typistMark: string;
  mandateId: string;
  revision: string;
  /** Must stay empty; a level that was chosen is refused. */
  secrecy: string;
  /** Of a new draft that replaces or corrects another. */
  formerId: string;
  relation: string;
  /** Empty where nobody chose: the whole office. */
  reading: string;
  /** Ids of accounts. */
  readers: string[];
  addressees: LineValues[];
  copies: LineValues[];
  annexes: AnnexValues[];
}

const rows = (value: unknown): LineValues[] =>
  Object.values(value ?? {})
    .map((row) => ({
      text: text(row?.text),
      to: text(row?.to),
      purpose: text(row?.purpose),
      acknowledgeBy: text(row?.acknowledgeBy),
      replyBy: text(row?.replyBy),
    }))
    .filter((row) => Object.values(row).some((value) => value.trim()));

const text = (value: unknown): string => (typeof value === 'string' ? nfc(value) : '');

export function emptyDraft(symbol: string): DraftValues {
  const archive = `Lưu: VT, ${symbol.split('-').slice(1).join('-') || '…'}`;
  const copies = rows([{ text: 'Như trên' }, { text: archive }]);
  return { ...typedDraft({ type: 'cong-van', urgency: 'normal', symbol }), copies };
}

export function typedDraft(body: Record<string, unknown>): DraftValues {
  return {
    type: text(body.type),
    abstract: text(body.abstract),
    symbol: text(body.symbol),
    urgency: text(body.urgency),
    circulation: text(body.circulation),
    legalBases: text(body.legalBases),
    body: text(body.body),
    typistMark: text(body.typistMark),
    mandateId: text(body.mandateId),
    revision: text(body.revision),
    secrecy: text(body.secrecy),
    formerId: text(body.formerId),
    relation: text(body.relation),
    reading: text(body.reading),
    readers: Object.values([body.readers ?? []].flat())
      .map(text)
      .filter(Boolean),
    addressees: rows(body.addressees),
    copies: rows(body.copies),
    annexes: Object.values(body.annexes ?? {})
      .map((row) => ({ title: text(row?.title), body: text(row?.body) }))
      .filter(({ title, body }) => title.trim() || body.trim()),
  };
}

export function storedDraft(dispatch: Dispatch, readers: string[] = []): DraftValues {
  const { type, abstract, symbol, urgency, body, mandateId, revision } = dispatch;
  const section = (name: Section) =>
    dispatch.lines.filter((line) => line.section === name).map(lineValues);
  return {
    type,
    abstract,
    symbol,
    urgency,
    body,
    circulation: dispatch.circulation ?? '',
    legalBases: dispatch.legalBases.join('\n'),
    typistMark: dispatch.typistMark ?? '',
    mandateId: mandateId ?? '',
    revision: String(revision),
    secrecy: '',
    formerId: dispatch.formerId ?? '',
    relation: dispatch.relation ?? '',
    reading: dispatch.reading,
    readers,
    addressees: section('addressee'),
    copies: section('copy'),
    annexes: dispatch.annexes.map(({ title, body }) => ({ title, body })),
  };
}

/** A new draft that begins as another dispatch was, for the same readers, perhaps to replace or to correct it. */
export function draftLike(
  dispatch: Dispatch,
  relation?: Relation,
  readers?: string[],
): DraftValues {
  const stored = storedDraft(dispatch, readers);
  const draft = {
    ...stored,
    revision: '',
    formerId: '',
    relation: '',
    addressees: stored.addressees.map(withoutDeadlines),
    copies: stored.copies.map(withoutDeadlines),
  };
  if (!relation || dispatch.state !== 'issued') return draft;
  const follows = { ...draft, formerId: dispatch.id, relation };
  if (relation === 'replaces') return follows;
  const { issuedOn } = dispatch;
  const former = `văn bản số ${reference(dispatch)} ngày ${shortDate(issuedOn!)}`;
  return { ...follows, abstract: `đính chính ${former}`, body: '', annexes: [] };
}

const withoutDeadlines = (row: LineValues): LineValues => ({
  ...row,
  acknowledgeBy: '',
  replyBy: '',
});

function lineValues(line: RecipientLine): LineValues {
  const { text, group, agency, purpose, acknowledgeBy, replyBy } = line;
  const bound = group?.name ?? (agency ? fullName(agency) : '');
  return {
    text,
    to: nameKey(bound) === nameKey(text) ? '' : bound,
    purpose: purpose ?? '',
    acknowledgeBy: acknowledgeBy ? wallClock(acknowledgeBy) : '',
    replyBy: replyBy ? wallClock(replyBy) : '',
  };
}
