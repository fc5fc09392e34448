import { nameKey } from '../directory/name-key.ts';
import { nfc } from '../web/schema.ts';
import type { Dispatch } from '../dispatches/dispatch.entity.ts';
import type { RecipientLine, Section } from '../dispatches/recipient-line.entity.ts';

export interface LineValues {
  text: string;
  to: string;
}

/** What stands in the form's controls: text as typed, right or wrong. */
export interface DraftValues {
  abstract: string;
  symbol: string;
  urgency: string;
  body: string;
  mandateId: string;
  revision: string;
  addressees: LineValues[];
  copies: LineValues[];
}

const rows = (value: unknown): LineValues[] =>
  Object.values(value ?? {}).map((row) => ({ text: text(row?.text), to: text(row?.to) }));

const text = (value: unknown): string => (typeof value === 'string' ? nfc(value) : '');

export function emptyDraft(symbol: string): DraftValues {
  const copies = [{ text: 'Như trên', to: '' }, ...archive(symbol)];
  const empty = { abstract: '', urgency: 'normal', body: '', mandateId: '', revision: '' };
  return { ...empty, symbol, addressees: [], copies };
}

const archive = (symbol: string): LineValues[] => [
  { text: `Lưu: VT, ${symbol.split('-').slice(1).join('-') || '…'}`, to: '' },
];

export function typedDraft(body: Record<string, unknown>): DraftValues {
  return {
    abstract: text(body.abstract),
    symbol: text(body.symbol),
    urgency: text(body.urgency),
    body: text(body.body),
    mandateId: text(body.mandateId),
    revision: text(body.revision),
    addressees: rows(body.addressees),
    copies: rows(body.copies),
  };
}

export function storedDraft(dispatch: Dispatch): DraftValues {
  const { abstract, symbol, urgency, body, mandateId, revision } = dispatch;
  const section = (name: Section) =>
    dispatch.lines.filter((line) => line.section === name).map(lineValues);
  return {
    ...{ abstract, symbol, urgency, body },
    mandateId: mandateId ?? '',
    revision: String(revision),
    addressees: section('addressee'),
    copies: section('copy'),
  };
}

function lineValues({ text, group, agency }: RecipientLine): LineValues {
  const bound = group?.name ?? agency?.name ?? '';
  return { text, to: nameKey(bound) === nameKey(text) ? '' : bound };
}
