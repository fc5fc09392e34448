import { createHash } from 'node:crypto';
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
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
