import type { FactReport } from './facts/fact-report.ts';

/** What an office's journal ended with when somebody looked: kept elsewhere, it proves that nothing before was touched. */
export interface Head {
  office: string;
  position: number;
  hash: string;
}

export interface Break {
  /** Of the first entry that is not as it was written; none for an entry outside the chain. */
  position: number | null;
  entryId: string | null;
  kind: 'changed' | 'removed' | 'inserted' | 'moved' | 'forged' | 'person-changed' | 'office-gone';
}

export interface ChainReport {
  /** Code of the office. */
  office: string;
  entries: number;
  head: Head;
  /** Entries whose personal data was erased. */
  erased: number;
  broken: Break | undefined;
  /** What the tables say of what the journal holds; not looked at where the chain is broken. */
  compared: FactReport | undefined;
}
