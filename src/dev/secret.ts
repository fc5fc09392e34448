import { randomBytes } from 'node:crypto';
import { access, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A secret that belongs to this data folder: made on the first start, the same ever after. */
export async function keptSecret(dataDir: string): Promise<string> {
  const former = join(dataDir, 'link-secret');
  const hasFormer = await access(former).then(
    () => true,
    () => false,
  );
  if (hasFormer) return readFile(former, 'utf8');
  const path = join(dataDir, 'installation-secret');
  const secret = randomBytes(32).toString('base64url');
  await writeFile(path, secret, { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return readFile(path, 'utf8');
}
