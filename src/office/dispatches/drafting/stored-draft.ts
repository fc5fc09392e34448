import { shortDate, wallClock } from '../../../platform/time/vietnam-time.ts';
import { fullName } from '../../directory/full-name.ts';
import { nameKey } from '../../../platform/text/name-key.ts';
import type { Dispatch, Relation } from '../dispatch.entity.ts';
import { reference } from '../number-words.ts';
import type { RecipientLine, Section } from '../recipient-line.entity.ts';
import type { LineValues, DraftValues } from './draft-values.ts';

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
