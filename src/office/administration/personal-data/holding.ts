import type { PeriodName, WHOSE } from './words.ts';

/** What becomes of it when somebody's data is erased. */
export type Erasure =
  | { way: 'delete' }
  /** SQL by column: what stands there instead. */
  | { way: 'replace'; set: Record<string, string> }
  | { way: 'keep'; why: string };

/**
 * One kind of data about persons: where it stands, why, how long, and what erasing does. In all SQL
 * here `held` is the row and `asked` what is asked for (`Asked` in holding-queries.ts).
 */
export interface Holding {
  /** By which answers, the journal and forms know it. */
  name: string;
  /** On the page. */
  what: string;
  whose: readonly (keyof typeof WHOSE)[];
  table: string;
  /** Of the table, whatever can hold words or addresses. */
  columns: readonly string[];
  /** SQL: joins. */
  via?: string;
  /** SQL: the office whose it is; without one it is counted and looked up for nobody. */
  office?: string;
  /** SQL: which rows, where not all. */
  only?: string;
  /** SQL: since when it is kept. */
  at?: string;
  /** SQL of what a person is told, by its name in Vietnamese. */
  shown: Record<string, string>;
  /** SQL: how a person is found in it. */
  match: Partial<Record<'account' | 'name' | 'email' | 'telephone', string>>;
  purpose: string;
  basis: string;
  /** How long, where no period of the office says so. */
  kept: string;
  erasure: Erasure;
  /** Rows that stay when others go. */
  keptWhen?: { condition: string; why: string };
  /** From which moment the office's own period counts. */
  ageing?: { period: PeriodName; from: string };
}

export const DUTY = 'Nghị định 30/2020/NĐ-CP';
/** Logs of a system at least twelve months. */
export const SECURITY = 'Nghị định 333/2026/NĐ-CP';
export const ARCHIVED = 'Theo thời hạn lưu trữ';

/** The official record of a dispatch, which nobody's wish changes. */
export const OFFICIAL = {
  way: 'keep',
  why: 'Hồ sơ phát hành (Luật Lưu trữ 33/2024/QH15)',
} as const;

/** How an office reaches another. */
export const ofAgency = {
  whose: ['agency'],
  purpose: 'Gửi văn bản, gọi điện đôn đốc',
  basis: DUTY,
} as const;
