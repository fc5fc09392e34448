import type { EntityManager } from 'typeorm';
import { vietnamTime } from '../../platform/time/vietnam-time.ts';
import { authorityProblem, signatoryProblem } from './authority.ts';
import { formerHead } from './content.ts';
import { symbolProblem } from './own-symbol.ts';
import { signedUnder } from './words.ts';
import { validSignature } from './stored-dispatch.ts';
import type { Dispatch } from './dispatch.entity.ts';
import type { RecipientLine } from './recipient-line.entity.ts';

export interface Finding {
  severity: 'error' | 'warning';
  message: string;
}

export const error = (message: string): Finding => ({ severity: 'error', message });
export const warning = (message: string): Finding => ({ severity: 'warning', message });

/** Nobody can meet a deadline that is over before the dispatch arrives. */
export function passedFindings({ text, acknowledgeBy, replyBy }: RecipientLine): Finding[] {
  return [
    ...([
      ['xác nhận', acknowledgeBy],
      ['trả lời', replyBy],
    ] as const),
  ].flatMap(([what, at]) =>
    at && at <= new Date()
      ? [error(`Hạn ${what} của dòng "${text}" (${vietnamTime(at)}) đã qua. Đặt hạn khác.`)]
      : [],
  );
}

export function signatoryFindings(dispatch: Dispatch, asOf: string): Finding[] {
  // Whoever signed and left has signed all the same.
  const isSigned = dispatch.state === 'signed' || dispatch.state === 'issued';
  const problem = (isSigned ? authorityProblem : signatoryProblem)(dispatch, asOf);
  return problem ? [error(problem.message)] : [];
}

/** Submitted or signed under a letterhead that ended before it was issued: the page would not be that of its date. */
export async function letterheadFindings(
  manager: EntityManager,
  dispatch: Dispatch,
): Promise<Finding[]> {
  if (dispatch.state === 'draft' || dispatch.state === 'returned') return []; // judged by its words
  const symbol = symbolProblem(dispatch);
  const signature =
    dispatch.state === 'signed' ? await validSignature(manager, dispatch.id) : undefined;
  const former = signature && formerHead(signature, dispatch);
  return [
    ...(former ? [error(signedUnder(former, dispatch.head))] : []),
    ...(symbol ? [error(symbol.message)] : []),
  ];
}
