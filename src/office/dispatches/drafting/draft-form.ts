import { nfc } from '../../../platform/web/schema.ts';
import { classifiedToday, isClassified } from '../../../engines/page/secrecy.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import type { LineValues, DraftValues } from './draft-values.ts';

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
