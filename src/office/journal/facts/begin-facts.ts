import type { DataSource } from 'typeorm';
import { FACT_NAMES } from './kinds.ts';
import { keepSeals } from './seal-facts.ts';

/** Brings facts from before their kind was compared into the journal, once, as they are. */
export async function beginFacts(database: DataSource): Promise<void> {
  await database.transaction(async (manager) => {
    const known = await manager.query<{ name: string }[]>('SELECT name FROM fact_kinds');
    for (const name of FACT_NAMES) {
      if (known.some((kind) => kind.name === name)) continue;
      await manager.query(keepSeals(name));
      await manager.query('INSERT INTO fact_kinds (name) VALUES ($1)', [name]);
    }
  });
}
