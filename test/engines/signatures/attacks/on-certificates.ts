import { OID } from '../../../../src/engines/signatures/cms/object-identifiers.ts';
import {
  encodeForSigning,
  signedAttributes,
} from '../../../../src/engines/signatures/cms/signed-attributes.ts';
import { encodeSignedData } from '../../../../src/engines/signatures/cms/signed-data.ts';
import { prepareSeal } from '../../../../src/engines/signatures/dispatch-signatures.ts';
import { LocalKey } from '../../../../src/engines/signatures/keys/local-key.ts';
import { fillHole } from '../../../../src/engines/signatures/pdf/signature-holes.ts';
import { issueCertificate } from '../../../../src/dev/test-authority/issue-certificate.ts';
import { issueTimestampToken } from '../../../../src/dev/test-authority/issue-timestamp.ts';
import { newKeyPair } from '../../../../src/dev/test-authority/key-kind.ts';
import { AGENCY, anOffice, archived, NUMBER, sealed, signed } from '../office.ts';
import type { Attack } from './attack.ts';
import type { VerificationOptions } from '../../../../src/engines/signatures/verification/verify-dispatch.ts';

const revokedOptions: Partial<VerificationOptions> = {};

export const ON_CERTIFICATES: Attack[] = [
  {
    name: 'the person sealing for himself',
    finds: 'same-certificate',
    make: ({ office, person }) => sealed({ ...office, agency: office.person }, person),
  },
  {
    name: 'the seal of another agency',
    finds: 'certificate-of-another',
    make: ({ whole }) => whole,
    options: { agency: 'Sở Tài chính' },
  },
  {
    name: 'an authority nobody trusts',
    finds: 'untrusted',
    make: ({ whole }) => whole,
    options: { trustedRoots: [] },
  },
  {
    name: 'a certificate that was revoked',
    finds: 'revoked',
    make: async ({ drawn, folder }) => {
      const other = await anOffice(`${folder}/revoked`);
      await other.authority.revoke(other.person.certificate, new Date());
      const pdf = await sealed(other, await signed(other, drawn));
      revokedOptions.trustedRoots = [other.authority.root];
      revokedOptions.revocationLists = [await other.authority.revocationList()];
      return pdf;
    },
    get options() {
      return revokedOptions;
    },
  },
  {
    name: 'a certificate that had expired',
    finds: 'expired',
    make: async ({ office, drawn }) => {
      const late = new Date(Date.now() + 5 * 365 * 86_400_000);
      return sealed(office, await signed(office, drawn, late), NUMBER, late);
    },
  },
  {
    name: 'a signature that names no certificate',
    finds: 'binding-missing',
    make: async ({ office, person }) => {
      const open = prepareSeal(person, {
        agency: AGENCY,
        sealedAt: new Date(),
        numberAndDate: NUMBER,
      });
      const all = signedAttributes(open.digest, office.agency.certificate);
      const attributes = all.filter(({ type }) => type !== OID.signingCertificateV2);
      const signature = await office.agency.sign(encodeForSigning(attributes));
      return fillHole(
        open,
        encodeSignedData({ ...office.agency, signedAttributes: attributes, signature }),
      );
    },
  },
  {
    name: "a certificate that bears the root's name, and not its signature",
    finds: 'untrusted',
    make: async ({ office, person }) => {
      const { publicKey, privateKey } = await newKeyPair('P-256');
      const days = (count: number) => new Date(Date.now() + count * 86_400_000);
      const applicant = {
        purpose: 'agency',
        name: AGENCY,
        organisation: AGENCY,
        publicKey,
      } as const;
      const issuer = { privateKey, certificate: office.authority.root };
      const dates = { notBefore: days(-1), notAfter: days(90) };
      const certificate = await issueCertificate({ ...applicant, ...dates }, issuer);
      const agency = new LocalKey(privateKey, certificate, [office.authority.root]);
      return sealed({ ...office, agency }, person);
    },
  },
  {
    name: 'a timestamp by somebody who is no timestamp authority',
    finds: 'not-for-signing',
    make: ({ office, whole }) => {
      const timestamp = (digest: Buffer) => issueTimestampToken(digest, office.person, new Date());
      return archived({ ...office, timestamps: { timestamp } }, whole);
    },
  },
];
