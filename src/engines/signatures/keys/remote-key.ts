import { createHash } from 'node:crypto';
import { z } from 'zod';
import { OID } from '../cms/object-identifiers.ts';
import type { SignatureAlgorithm } from '../cms/signed-data.ts';
import { ecdsaDer } from './ecdsa-signature.ts';
import type { KeyHolder } from './key-holder.ts';
import { algorithmOfCertificate } from './local-key.ts';
import { type RemoteService, call } from './remote-service.ts';
const MOST_CERTIFICATES = 20;

const CredentialInfo = z.object({
  key: z.object({ status: z.literal('enabled') }),
  cert: z.object({
    status: z.literal('valid').optional(),
    certificates: z.array(z.base64()).min(1).max(MOST_CERTIFICATES),
  }),
  multisign: z.int().min(1).default(1),
});
const Authorisation = z.object({ SAD: z.string().max(100_000) });
const Signatures = z.object({ signatures: z.array(z.base64()).length(1) });

/** What one log-in covers: hashes in base64 and the newest authorisation. */
interface Sitting {
  hashes: string[];
  sad?: string;
}

/** A key kept by a signing service (Cloud Signature Consortium API v2). Only a hash leaves this house. */
export class RemoteKey implements KeyHolder {
  readonly algorithm: SignatureAlgorithm;
  private readonly sittings = new Map<string, Sitting>();

  private constructor(
    private readonly service: RemoteService,
    readonly certificate: Buffer,
    readonly chain: readonly Buffer[],
    private readonly most: number,
  ) {
    this.algorithm = algorithmOfCertificate(certificate);
  }

  /** `credentials/info` (11.5): the certificates of the credential, the signer's first. */
  static async connect(service: RemoteService): Promise<RemoteKey> {
    const body = { credentialID: service.credential, certificates: 'chain' };
    const { cert, multisign } = await call(service, 'credentials/info', body, CredentialInfo);
    const [certificate, ...chain] = cert.certificates.map((text) => Buffer.from(text, 'base64'));
    return new RemoteKey(service, certificate!, chain, multisign);
  }

  /** As many at a time as the credential allows (`multisign`, 11.5). */
  announce(toBeSigned: readonly Buffer[]): void {
    for (let first = 0; first < toBeSigned.length; first += this.most) {
      const hashes = toBeSigned.slice(first, first + this.most).map(hashOf);
      const sitting = { hashes };
      for (const hash of hashes) this.sittings.set(hash, sitting);
    }
  }

  /** `signatures/signHash` (11.10), after `credentials/authorize` (11.6) where a PIN is needed. */
  async sign(toBeSigned: Buffer): Promise<Buffer> {
    const hash = hashOf(toBeSigned);
    const isRsa = this.algorithm === 'RSA-SHA256';
    const body = {
      ...this.request([hash]),
      ...(this.service.pin && { SAD: await this.authorisation(hash, this.service.pin) }),
      signAlgo: isRsa ? OID.rsaSha256 : OID.ecdsaSha256,
    };
    const answer = await call(this.service, 'signatures/signHash', body, Signatures);
    const signature = Buffer.from(answer.signatures[0]!, 'base64');
    return isRsa ? signature : ecdsaDer(signature);
  }

  /** The PIN once for a sitting; every further signature of it by `credentials/extendTransaction` (11.8). */
  private async authorisation(hash: string, pin: () => Promise<string>): Promise<string> {
    const sitting: Sitting = this.sittings.get(hash) ?? { hashes: [hash] };
    const { hashes, sad } = sitting;
    const answer =
      sad === undefined ? await this.authorise(hashes, await pin()) : await this.extend(hash, sad);
    sitting.sad = answer.SAD;
    return answer.SAD;
  }

  private authorise(hashes: string[], value: string): Promise<{ SAD: string }> {
    const authData = [{ id: 'PIN', value }];
    const body = { ...this.request(hashes), numSignatures: hashes.length, authData };
    return call(this.service, 'credentials/authorize', body, Authorisation);
  }

  private extend(hash: string, sad: string): Promise<{ SAD: string }> {
    const body = { ...this.request([hash]), SAD: sad };
    return call(this.service, 'credentials/extendTransaction', body, Authorisation);
  }

  private request(hashes: string[]) {
    return { credentialID: this.service.credential, hashes, hashAlgorithmOID: OID.sha256 };
  }
}

const hashOf = (toBeSigned: Buffer) => createHash('sha256').update(toBeSigned).digest('base64');
