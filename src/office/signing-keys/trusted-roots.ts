import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { withoutBlanks } from '../../platform/config/without-blanks.ts';
import { readSigningFile } from './signing-file.ts';

/** Whom this installation trusts when nobody is named: SIGNING_CONFIG, or the test authority of `npm start`. */
export async function trustedHere(
  environment: NodeJS.ProcessEnv,
): Promise<{ roots: string[]; revocationLists: string[] }> {
  const env = withoutBlanks(environment);
  if (env.SIGNING_CONFIG) return readSigningFile(env.SIGNING_CONFIG);
  const authority = resolve(env.DATA_DIR ?? 'data', 'test-authority');
  const files = (name: string) =>
    access(join(authority, name)).then(
      () => [join(authority, name)],
      () => [],
    );
  return { roots: await files('root.pem'), revocationLists: await files('revoked.crl') };
}
