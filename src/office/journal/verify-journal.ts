import type { EntityManager } from 'typeorm';
import { compareFacts } from './facts/compare-facts.ts';
import { nothingOf, verifyChain } from './verify-chain.ts';
import type { Head, ChainReport } from './chain-report.ts';

/** Follows the chain of every office. `manager` is of one transaction that sees one moment. */
export async function verifyJournal(
  manager: EntityManager,
  kept: Head[] = [],
): Promise<ChainReport[]> {
  const offices = await manager.query<{ id: string; code: string }[]>(
    'SELECT id, code FROM offices ORDER BY code',
  );
  const reports: ChainReport[] = [];
  for (const { id, code } of offices) {
    const own = kept.filter(({ office }) => office === code);
    const report = await verifyChain(manager, id, code, own);
    if (!report.broken) report.compared = await compareFacts(manager, id);
    reports.push(report);
  }
  const codes = new Set(offices.map(({ code }) => code));
  for (const office of new Set(kept.map((head) => head.office))) {
    if (!codes.has(office)) reports.push(gone(office));
  }
  return reports;
}

/** A head of it was kept, and nothing is left that it is the head of. */
const gone = (office: string): ChainReport => ({
  ...nothingOf(office),
  broken: { position: null, entryId: null, kind: 'office-gone' },
});
