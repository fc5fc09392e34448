import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../platform/process/package-root.ts';
import type { KeyKind } from './test-authority/key-kind.ts';
import { TestAuthority } from './test-authority/test-authority.ts';
import {
  startTimestampServer,
  type RunningTimestampServer,
} from './test-authority/timestamp-server.ts';

export interface TestSigner {
  username: string;
  fullName: string;
}

export interface TestSigningOptions {
  kind?: KeyKind;
  /** As in SIGNING_CONFIG: the timestamp service. */
  timestamp?: { url: string } & Record<string, unknown>;
}

/**
 * Keys and certificates of a test authority for a sample's office, made on the first start. Returns
 * the path of the settings, for SIGNING_CONFIG.
 */
export async function testSigning(
  directory: string,
  office: { code: string; name: string },
  signers: TestSigner[],
  { kind, timestamp }: TestSigningOptions = {},
): Promise<string> {
  const authority = await TestAuthority.open(directory, kind);
  await authority.revocationList();
  const assets = join(packageRoot, 'src/engines/signatures/assets');
  const passwordFile = authority.passwordFile;
  const key = (file: string) => ({ kind: 'p12', file, passwordFile });
  const organisation = office.name;
  const people: Record<string, object> = {};
  for (const { username, fullName } of signers) {
    const file = await authority.keyFile({ purpose: 'person', name: fullName, organisation });
    people[username] = { key: key(file), image: join(assets, 'test-signature.png') };
  }
  const agency = await authority.keyFile({ purpose: 'agency', name: office.name, organisation });
  // Offices may share an authority, each with its own keys.
  const path = join(directory, `signing-${office.code}.json`);
  const settings = {
    roots: ['root.pem'],
    revocationLists: ['revoked.crl'],
    agencies: { [office.code]: { key: key(agency), image: join(assets, 'test-seal.png') } },
    people,
    ...(timestamp && { timestamp }),
  };
  await writeFile(path, `${JSON.stringify(settings, null, 2)}\n`, { mode: 0o600 });
  return path;
}

/** Whoever says the time on this machine; its name, too, says that it is for trying out. */
export async function testTimestamps(directory: string): Promise<RunningTimestampServer> {
  const authority = await TestAuthority.open(directory);
  const organisation = 'Nơi Nhận (thử nghiệm)';
  const name = 'Dấu thời gian Nơi Nhận';
  const key = await authority.holder({ purpose: 'timestamping', name, organisation });
  return startTimestampServer(key);
}
