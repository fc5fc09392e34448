import { readFile } from 'node:fs/promises';
import { readCertificates } from '../../engines/signatures/certificates/read-certificates.ts';
import type { KeyHolder } from '../../engines/signatures/keys/key-holder.ts';
import { Pkcs11Key } from '../../engines/signatures/keys/pkcs11-key.ts';
import { withPkcs12Key } from '../../engines/signatures/keys/pkcs12-key.ts';
import { RemoteKey } from '../../engines/signatures/keys/remote-key.ts';
import type { KeySource } from './signing-file.ts';

/** Opens the key for the time of `use`. */
export async function withKey<Result>(
  source: KeySource,
  use: (key: KeyHolder) => Promise<Result>,
): Promise<Result> {
  switch (source.kind) {
    case 'p12': {
      const { file, passwordFile, passwordVariable } = source;
      return withPkcs12Key(file, { file: passwordFile, variable: passwordVariable }, use);
    }
    case 'pkcs11': {
      const chain = (await Promise.all(source.chain.map(readCertificates))).flat();
      return use(await Pkcs11Key.open({ ...source, chain }));
    }
    case 'remote': {
      const { url, credential, tokenFile, pinFile } = source;
      const accessToken = () => firstLine(tokenFile);
      const pin = pinFile && { pin: () => firstLine(pinFile) };
      return use(await RemoteKey.connect({ url, credential, accessToken, ...pin }));
    }
  }
}

const firstLine = async (file: string) => (await readFile(file, 'utf8')).split(/\r?\n/, 1)[0]!;
