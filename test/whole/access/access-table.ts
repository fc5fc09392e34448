import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Role } from '../../../src/office/accounts/account.entity.ts';
import { packageRoot } from '../../../src/platform/process/package-root.ts';

const cells = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The table "Access" of ARCHITECTURE.md: which roles each verb has. */
export function accessTable(): Map<string, Role[]> {
  const architecture = readFileSync(join(packageRoot, 'ARCHITECTURE.md'), 'utf8');
  const section = architecture.split('## Access')[1]!.split('\n## ')[0]!;
  const [head, , ...rows] = section.split('\n').filter((line) => line.startsWith('|'));
  const roles = cells(head!).slice(1) as Role[];
  return new Map(
    rows.map(cells).flatMap(([verbs, ...marks]) => {
      const allowed = roles.filter((_, column) => marks[column]!.startsWith('✓'));
      const named = verbs!.replaceAll(/ \([^)]*\)/g, '').split(', ');
      return named.map((verb) => [verb, allowed] as const);
    }),
  );
}
