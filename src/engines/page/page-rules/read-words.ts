import { DOCUMENT_TYPES, type DocumentType } from '../document-types.ts';
import type { LayoutFinding } from '../finding.ts';
import type { OfficialDocument } from '../official-document.ts';
import { TYPE_ABBREVIATION } from '../word-rules/abbreviations.ts';
import { ABSTRACT_LENGTH } from '../word-rules/abstract.ts';
import { TEXT_DATE_FORM, TEXT_DATE_REAL } from '../word-rules/dates-in-text.ts';
import * as recipients from '../word-rules/recipients.ts';
import * as signer from '../word-rules/signer.ts';
import * as symbol from '../word-rules/symbol.ts';
import type { WordRule } from '../word-rules/words.ts';
import type { WrittenText } from '../word-rules/written-texts.ts';
import type { Recognised } from './recognition/recognise.ts';

const printed = (lines: { text: string }[]) => lines.map(({ text }) => text).join(' ');

/** The words of a page as a draft would have them, as far as they were read. */
export function wordsOf({ input, head, title, closing }: Recognised): OfficialDocument {
  const all = (kind: Parameters<typeof input.printed>[0]) =>
    input.printed(kind).map(({ lines }) => printed(lines));
  const [abstract = ''] = [...all('letter-abstract'), ...all('title-abstract')];
  const [first = '', ...others] = all('addressee');
  const only = first.replace(/^[^:]{0,30}:\s*/, '');
  const bare = (text: string) => text.replace(/^[-–—+•*]\s*/, '').replace(/[\s;.,]+$/, '');
  return {
    type: typeOf(title.typeName),
    issuingBody: all('issuing-body')[0] ?? '',
    symbol: head.number?.symbol ?? '',
    place: head.date?.place ?? '',
    year: Number(head.date?.year) || new Date().getFullYear(),
    abstract: abstract.replace(/^v\s*\/\s*v:?\s+/iu, ''),
    addressees: only === '' ? others.map(bare) : [bare(only)],
    body: [],
    recipientLines: (closing?.recipients ?? []).map(bare),
    authority: closing?.authority ?? [],
    signerName: closing?.signerName ?? '',
  };
}

/** A type that this system does not write has no rules of its own here. */
function typeOf(name: string | undefined): DocumentType | undefined {
  if (name === undefined) return 'cong-van';
  const entries = Object.entries(DOCUMENT_TYPES) as [DocumentType, { name: string }][];
  return entries.find(([, type]) => type.name.toLocaleLowerCase('vi') === name)?.[0];
}

/** What the rules of the words say of those that were read for sure. */
export function wordFindings(recognised: Recognised): LayoutFinding[] {
  const { input, head, closing } = recognised;
  const document = wordsOf(recognised);
  const texts: WrittenText[] = input
    .printed('text')
    .map(({ place, lines }) => ({ part: 'body', place, text: printed(lines) }));
  const rules: WordRule[] = [ABSTRACT_LENGTH, TEXT_DATE_FORM, TEXT_DATE_REAL, TYPE_ABBREVIATION];
  if (head.number?.symbol) rules.push(symbol.SYMBOL_FORM, symbol.SYMBOL_CAPITALS);
  if (head.number?.symbol && document.type) rules.push(symbol.SYMBOL_TYPE);
  if (closing && closing.recipients.length > 0) {
    rules.push(recipients.ARCHIVE_LAST, recipients.ARCHIVE_FORM, recipients.DUPLICATE);
    if (document.type) rules.push(recipients.AS_ABOVE);
  }
  if (closing && !closing.isSignedJointly) {
    rules.push(signer.AUTHORITY_FORM, signer.DEPUTY, signer.RANK_BEFORE_NAME, signer.NAME_CASE);
  }
  const words = { draft: document, document, texts };
  return rules.flatMap((rule) => {
    const { id, clause, severity } = rule;
    return [...rule.find(words)].map((fault) => ({ severity, rule: id, clause, ...fault }));
  });
}
