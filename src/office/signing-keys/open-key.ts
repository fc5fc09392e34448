import { preparePerson, signWith } from '../../engines/signatures/dispatch-signatures.ts';
import { toBeSigned } from '../../engines/signatures/finish.ts';
import type { KeyHolder } from '../../engines/signatures/keys/key-holder.ts';
import type { OpenSignature } from '../../engines/signatures/pdf/signature-holes.ts';

/** A person's key while it is open: signs any number of pages, each after a look at the certificate. */
export class OpenKey {
  constructor(
    private readonly key: KeyHolder,
    private readonly check: () => void,
    private readonly signer: string,
    private readonly image: Uint8Array | undefined,
  ) {}

  prepare(pdf: Uint8Array, signedAt: Date): OpenSignature {
    const { signer, image } = this;
    return preparePerson(pdf, { signer, signedAt, ...(image && { image }) });
  }

  /** What is signed at this sitting, for keys that ask for a PIN. */
  announce(several: readonly OpenSignature[]): void {
    this.key.announce?.(several.map((open) => toBeSigned(open, this.key)));
  }

  async sign(open: OpenSignature): Promise<Buffer> {
    this.check();
    return signWith(open, this.key);
  }
}
