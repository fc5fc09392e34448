import { Client } from 'pg';
import { RefusedToStart } from '../../platform/process/refused-to-start.ts';
import type { Sample } from './sample.ts';
import { SAMPLES } from './samples.ts';

/**
 * Which sample a migrated database has, or will have: the one that is wanted, or the first. Nothing where
 * its offices are somebody's own; refused where another sample is there than the one that is wanted.
 */
export async function sampleIn(databaseUrl: string, wanted?: Sample): Promise<Sample | undefined> {
  const codes = await officeCodes(databaseUrl);
  if (codes.length === 0) return wanted ?? SAMPLES[0];
  const there = SAMPLES.find(({ file }) => codes.includes(file.office.code));
  if (wanted === undefined || wanted === there) return there;
  const what = there ? `mẫu ${there.title}` : `cơ quan ${codes.join(', ')}`;
  throw new RefusedToStart(
    `Cơ sở dữ liệu này đã có ${what}. Mở mẫu ${wanted.key} trong một thư mục (DATA_DIR) hoặc cơ sở dữ liệu (DATABASE_URL) còn trống.`,
  );
}

async function officeCodes(databaseUrl: string): Promise<string[]> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ code: string }>('SELECT code FROM offices ORDER BY code');
    return rows.map(({ code }) => code);
  } finally {
    await client.end();
  }
}
