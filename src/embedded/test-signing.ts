import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../package-root.ts';
import { TestAuthority } from '../signing/test-authority/test-authority.ts';

export interface TestSigner {
  username: string;
  fullName: string;
}

/**
 * Keys and certificates of a test authority for the sample office, made on the first start. Returns
 * the path of the settings, for SIGNING_CONFIG.
 */
export async function testSigning(
  directory: string,
  office: { code: string; name: string },
  signers: TestSigner[],
): Promise<string> {
  const authority = await TestAuthority.open(directory);
  await authority.revocationList();
  const assets = join(packageRoot, 'src/signing/assets');
  const passwordFile = authority.passwordFile;
  const key = (file: string) => ({ kind: 'p12', file, passwordFile });
  const organisation = office.name;
  const people: Record<string, object> = {};
  for (const { username, fullName } of signers) {
    const file = await authority.keyFile({ purpose: 'person', name: fullName, organisation });
    people[username] = { key: key(file), image: join(assets, 'test-signature.png') };
  }
  const agency = await authority.keyFile({ purpose: 'agency', name: office.name, organisation });
  const path = join(directory, 'signing.json');
  const settings = {
    roots: ['root.pem'],
    revocationLists: ['revoked.crl'],
    agencies: { [office.code]: { key: key(agency), image: join(assets, 'test-seal.png') } },
    people,
  };
  await writeFile(path, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  return path;
}
