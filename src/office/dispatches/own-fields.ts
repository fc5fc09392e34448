import type { DraftDispatch } from './dispatch.schemas.ts';

/** What a dispatch holds in its own row, of all that a draft says. */
export function ownFields(draft: DraftDispatch) {
  const { type, symbol, abstract, body, urgency, legalBases } = draft;
  const { circulation = null, typistMark = null } = draft;
  return { type, symbol, abstract, body, urgency, legalBases, circulation, typistMark };
}
