import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SAMPLE_OFFICE } from '../../../src/dev/sample/thai-binh/office.ts';
import { TestAuthority } from '../../../src/dev/test-authority/test-authority.ts';
import { run } from '../page/outside-tool.ts';
import { startSigningService, type SigningService } from './signing-service.ts';

export interface RemoteOffice {
  authority: TestAuthority;
  service: SigningService;
  /** Path for SIGNING_CONFIG. */
  config: string;
}

/** The deputy director of the sample signs through a signing service that asks for a PIN. */
export async function remoteOffice(folder: string): Promise<RemoteOffice> {
  const authority = await TestAuthority.open(join(folder, 'authority'), 'P-256');
  const { name: organisation, code } = SAMPLE_OFFICE.office;
  const person = { purpose: 'person' as const, name: 'Vũ Xuân Thành', organisation };
  const key = join(folder, 'service.pem');
  const password = ['-passin', `file:${authority.passwordFile}`];
  const file = await authority.keyFile(person);
  run('openssl', 'pkcs12', '-in', file, '-nocerts', '-nodes', '-out', key, ...password);
  const { certificate, chain } = await authority.holder(person);
  const pin = '246810';
  const service = await startSigningService({ key, certificates: [certificate, ...chain], pin });
  const [tokenFile, pinFile, config] = ['token', 'pin', 'signing.json'].map((one) =>
    join(folder, one),
  );
  await writeFile(tokenFile!, 'mot-the-truy-cap\n');
  await writeFile(pinFile!, `${pin}\n`);
  await authority.revocationList();
  const agency = await authority.keyFile({ purpose: 'agency', name: organisation, organisation });
  const settings = {
    roots: ['authority/root.pem'],
    revocationLists: ['authority/revoked.crl'],
    agencies: {
      [code]: { key: { kind: 'p12', file: agency, passwordFile: authority.passwordFile } },
    },
    people: {
      phogiamdoc: {
        key: { kind: 'remote', url: service.url, credential: 'vxt', tokenFile, pinFile },
      },
    },
  };
  await writeFile(config!, JSON.stringify(settings));
  return { authority, service, config: config! };
}
