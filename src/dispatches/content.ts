import { createHash } from 'node:crypto';
import { RuleViolation } from '../rule-violation.ts';
import type { Dispatch } from './dispatch.entity.ts';

/** SHA-256 (hexadecimal) of all that a signer answers for: every printed word and every recipient. */
export function contentSha256(dispatch: Dispatch): string {
  const { office, mandate } = dispatch;
  const content = [
    [office.name, office.parentBody, office.place],
    [dispatch.symbol, dispatch.abstract, dispatch.urgency, dispatch.body],
    dispatch.lines.map((line) => [
      line.section,
      line.text,
      line.target,
      line.groupId ?? line.agencyId,
    ]),
    mandate && [mandate.authority, mandate.account.fullName],
    ...rarerParts(dispatch),
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

/** Nothing for a plain công văn, whose hash is that of the time when there was nothing else. */
function rarerParts(dispatch: Dispatch): unknown[] {
  const { type, circulation, legalBases, typistMark, annexes } = dispatch;
  const parts = { type, circulation, legalBases, typistMark, annexes: annexes.map(words) };
  const isPlain =
    type === 'cong-van' && !circulation && !typistMark && !legalBases.length && !annexes.length;
  return isPlain ? [] : [parts];
}

const words = ({ title, body }: Dispatch['annexes'][number]) => [title, body];
