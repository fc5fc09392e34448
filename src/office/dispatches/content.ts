import { createHash } from 'node:crypto';
import { RuleViolation } from '../../platform/problems/rule-violation.ts';
import type { OfficeHead } from '../accounts/office-head.entity.ts';
import type { Dispatch } from './dispatch.entity.ts';
import type { Signature } from './signature.entity.ts';
import { hasTerms, type Terms } from './terms.ts';

/** SHA-256 (hexadecimal) of all that a signer answers for: every printed word and every recipient. */
export function contentSha256(dispatch: Dispatch): string {
  const { number, issuedOn, head } = dispatch;
  return sha256Of(dispatch, head, number === null ? [] : [[number, issuedOn]]);
}

/** Whether a signature is over this content, on a page with its number or on one that left it open. */
export function isSignedContent(signature: Signature, dispatch: Dispatch): boolean {
  return (
    coversNumber(signature, dispatch) ||
    signature.contentSha256 === sha256Of(dispatch, dispatch.head, [])
  );
}

/** The letterhead under which this content was signed, where it is no longer the one it would carry. */
export function formerHead(signature: Signature, dispatch: Dispatch): OfficeHead | undefined {
  if (isSignedContent(signature, dispatch)) return undefined;
  const { contentSha256: signed } = signature;
  return dispatch.office.heads.find((head) => sha256Of(dispatch, head, []) === signed);
}

/** Whether number and date stood on the page that was signed. */
export function coversNumber(signature: Signature, dispatch: Dispatch): boolean {
  return dispatch.number !== null && signature.contentSha256 === contentSha256(dispatch);
}

function sha256Of(dispatch: Dispatch, head: OfficeHead, numberAndDate: unknown[]): string {
  const { mandate } = dispatch;
  const content = [
    [head.name, head.parentBody, head.place, ...(head.contact.length > 0 ? [head.contact] : [])],
    [dispatch.symbol, dispatch.abstract, dispatch.urgency, dispatch.body],
    dispatch.lines.map((line) => [
      line.section,
      line.text,
      line.target,
      line.groupId ?? line.agencyId,
      ...(hasTerms(line) ? [termsOf(line)] : []),
    ]),
    mandate && [mandate.authority, mandate.account.fullName],
    ...rarerParts(dispatch),
    ...numberAndDate,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Refuses a dispatch whose content is not what was read. */
export function requireContent(dispatch: Dispatch, sha256: string): void {
  if (contentSha256(dispatch) === sha256) return;
  throw new RuleViolation(
    'edited-meanwhile',
    'Nội dung đã thay đổi sau khi đọc. Đọc lại bản mới rồi ký.',
  );
}

/**
 * What a line asks of its recipients is the signer's word although it is not printed, so it is part of
 * what is signed; a line that asks nothing of its own is hashed as before there was such a thing.
 */
const termsOf = ({ purpose, acknowledgeBy, replyBy }: Terms) => [
  purpose,
  acknowledgeBy?.toISOString() ?? null,
  replyBy?.toISOString() ?? null,
];

/** Nothing for a plain công văn, whose hash is that of the time when there was nothing else. */
function rarerParts(dispatch: Dispatch): unknown[] {
  const { type, circulation, legalBases, typistMark, annexes } = dispatch;
  const parts = { type, circulation, legalBases, typistMark, annexes: annexes.map(words) };
  const isPlain =
    type === 'cong-van' && !circulation && !typistMark && !legalBases.length && !annexes.length;
  return isPlain ? [] : [parts];
}

const words = ({ title, body }: Dispatch['annexes'][number]) => [title, body];
