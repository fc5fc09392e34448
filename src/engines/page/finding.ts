/** An error blocks submission and is certain; a warning may be a matter of judgement; a repair is already printed right. */
export type Severity = 'error' | 'warning' | 'repaired';

/** One thing that is to be said of the form of a dispatch; every word of it is for a clerk. */
export interface LayoutFinding {
  severity: Severity;
  /** Stable name of the rule: `recipients.closing-mark`. */
  rule: string;
  /** `NĐ 30/2020, Phụ lục I, II.9`. */
  clause: string;
  /** `Nơi nhận, dòng 6`. */
  place: string;
  message: string;
  remedy: string;
}

export interface Fault {
  /** Where a clause of its own says more than that of the rule. */
  clause?: string;
  place: string;
  message: string;
  remedy: string;
}

/** A rule that judges the words of a draft, or the page as it is printed. */
export interface LayoutRule<Subject, Found extends Fault = Fault> {
  id: string;
  clause: string;
  severity: 'error' | 'warning';
  find(subject: Subject): Iterable<Found>;
}

const RANK = { error: 0, warning: 1, repaired: 2 } as const;

/** Errors before warnings, warnings before repairs. */
export const worstFirst = <Found extends { severity: Severity }>(findings: Found[]): Found[] =>
  findings.toSorted((a, b) => RANK[a.severity] - RANK[b.severity]);

/** The clauses of Annex I of Decree 30/2020/NĐ-CP. */
export const annexI = (clause: string) => `NĐ 30/2020, Phụ lục I, ${clause}`;
/** Annex II: capital letters. */
export const annexII = (clause: string) => `NĐ 30/2020, Phụ lục II, ${clause}`;
/** Annex III: abbreviations and models. */
export const annexIII = (clause: string) => `NĐ 30/2020, Phụ lục III, ${clause}`;
