/** Why somebody gets a dispatch: để thực hiện, để biết, để lưu. The more demanding comes first. */
export const PURPOSES = ['act', 'know', 'file'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What a line asks of those it leads to; null where the line says nothing of its own. */
export interface Terms {
  purpose: Purpose | null;
  /** Instead of the deadline that the calendar sets at issue. */
  acknowledgeBy: Date | null;
  /** An answer is wanted by then; whoever has none owes an acknowledgement only. */
  replyBy: Date | null;
}

export const hasTerms = ({ purpose, acknowledgeBy, replyBy }: Terms): boolean =>
  Boolean(purpose ?? acknowledgeBy ?? replyBy);

/**
 * What somebody owes to whom several lines lead: the most demanding purpose, the earliest deadlines; an
 * answer is owed when one line wants it. A line without a deadline has the one of the dispatch, `dueBy`.
 */
export function mostDemanding(lines: Terms[], dueBy: Date): Terms {
  const purposes = lines.map(({ purpose }) => purpose);
  const first = lines[0];
  if (lines.length === 1 && first) return { ...first, acknowledgeBy: first.acknowledgeBy ?? dueBy };
  return {
    purpose: PURPOSES.find((purpose) => purposes.includes(purpose)) ?? null,
    acknowledgeBy: earliest(lines.map((line) => line.acknowledgeBy ?? dueBy)),
    replyBy: earliest(lines.flatMap(({ replyBy }) => replyBy ?? [])),
  };
}

const earliest = (moments: Date[]): Date | null =>
  moments.reduce<Date | null>((first, at) => (first && first <= at ? first : at), null);
