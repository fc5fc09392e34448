import { verify, X509Certificate } from 'node:crypto';
import { z } from 'zod';
import { isCertificate } from '../cms/parse-certificate.ts';
import { signingInput } from './sign-statement.ts';

const Statement = z.object({ payload: z.string(), protected: z.string(), signature: z.string() });

const Header = z.object({
  alg: z.enum(['RS256', 'ES256']),
  x5c: z.array(z.base64()).min(1),
  // Whatever must be understood is not (RFC 7515, 4.1.11).
  crit: z.never().optional(),
});

/** Of what a receipt says, that which tells it from any other (`receiving/receipt-content.ts`). */
export const Content = z.object({
  type: z.literal('receipt'),
  madeAt: z.iso.datetime({ offset: true }),
  issuer: z.object({ name: z.string() }),
  dispatch: z.object({ reference: z.string(), issuedOn: z.string() }),
  fileSha256: z.string(),
  recipient: z.object({ code: z.string(), name: z.string() }),
  acknowledgement: z.object({ at: z.string(), name: z.string().nullable() }),
});

export type Content = z.infer<typeof Content>;

const KEY_TYPES = { RS256: 'rsa', ES256: 'ec' } as const;

export function readStatement(text: string) {
  try {
    const statement = Statement.parse(JSON.parse(text));
    const { alg, x5c } = Header.parse(decoded(statement.protected));
    const content = Content.parse(decoded(statement.payload));
    const certificates = x5c.map((entry) => Buffer.from(entry, 'base64'));
    if (!certificates.every(isCertificate)) return undefined;
    const key = new X509Certificate(certificates[0]!).publicKey;
    const isIntact =
      key.asymmetricKeyType === KEY_TYPES[alg] &&
      verify(
        'sha256',
        signingInput(statement),
        { key, dsaEncoding: 'ieee-p1363' },
        Buffer.from(statement.signature, 'base64url'),
      );
    return { certificates, isIntact, content };
  } catch {
    return undefined;
  }
}

const decoded = (part: string): unknown => JSON.parse(Buffer.from(part, 'base64url').toString());
