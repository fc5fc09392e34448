import { createHash, createPublicKey, type KeyObject } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SignatureAlgorithm } from '../cms/signed-data.ts';
import { chooseCertificate } from './choose-certificate.ts';
import { ecdsaDer } from './ecdsa-signature.ts';
import type { KeyHolder } from './key-holder.ts';
import { algorithmOfCertificate } from './local-key.ts';
import { type Token, objectsOf, run, withScratch } from './pkcs11-tool.ts';

/** A key on a token or in an HSM, reached through OpenSC's `pkcs11-tool`. */
export class Pkcs11Key implements KeyHolder {
  readonly algorithm: SignatureAlgorithm;

  private constructor(
    private readonly token: Token,
    readonly certificate: Buffer,
    readonly chain: readonly Buffer[],
  ) {
    this.algorithm = algorithmOfCertificate(certificate);
  }

  /** A renewed certificate often stands beside the old one under the same id. */
  static async open(token: Token): Promise<Pkcs11Key> {
    const certificates = await objectsOf(token, 'cert');
    if (certificates.length === 0) await run(token, ['--read-object', '--type', 'cert']);
    const publicKey = publicKeyIn(await objectsOf(token, 'pubkey', 1));
    const { certificate } = chooseCertificate(
      certificates.map((der) => ({ certificate: der, ...(publicKey && { publicKey }) })),
    );
    return new Pkcs11Key(token, certificate, token.chain);
  }

  /** RSA tokens hash by themselves; for ECDSA every token takes the finished hash. */
  async sign(toBeSigned: Buffer): Promise<Buffer> {
    const isRsa = this.algorithm === 'RSA-SHA256';
    const input = isRsa ? toBeSigned : createHash('sha256').update(toBeSigned).digest();
    const signature = await withScratch(async (folder) => {
      const [from, to] = [join(folder, 'to-be-signed'), join(folder, 'signature')];
      await writeFile(from, input);
      const mechanism = isRsa ? 'SHA256-RSA-PKCS' : 'ECDSA';
      const { pinVariable } = this.token;
      const login = ['--login', '--pin', `env:${pinVariable}`];
      const files = ['--input-file', from, '--output-file', to];
      await run(this.token, [...login, '--sign', '--mechanism', mechanism, ...files]);
      return readFile(to);
    });
    return isRsa ? signature : ecdsaDer(signature);
  }
}

/** Many tokens keep no public half; then the certificate's own has to do. */
function publicKeyIn([der]: Buffer[]): KeyObject | undefined {
  try {
    return der && createPublicKey({ key: der, format: 'der', type: 'spki' });
  } catch {
    return undefined;
  }
}
