import type { KeyObject } from 'node:crypto';
import { OctetString } from 'asn1js';
import {
  Attribute,
  AuthenticatedSafe,
  CertBag,
  PFX,
  PKCS8ShroudedKeyBag,
  PrivateKeyInfo,
  SafeBag,
  SafeContents,
} from 'pkijs';
import { parseCertificate } from '../../engines/signatures/cms/parse-certificate.ts';

const KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE_BAG = '1.2.840.113549.1.12.10.1.3';
const LOCAL_KEY_ID = '1.2.840.113549.1.9.21';
const AES_256 = { name: 'AES-CBC', length: 256, iv: new ArrayBuffer(0) };
const ITERATIONS = 10_000;
/** PKCS#12 protected by its MAC as a whole. */
const PASSWORD_INTEGRITY = 0;

/** A PKCS#12 file (RFC 7292) with one key and its certificates, encrypted with AES-256. */
export async function writePkcs12(
  key: KeyObject,
  certificates: readonly Buffer[],
  password: string,
): Promise<Buffer> {
  const secret = new TextEncoder().encode(password).buffer;
  const protection = {
    contentEncryptionAlgorithm: AES_256,
    hmacHashAlgorithm: 'SHA-256',
    iterationCount: ITERATIONS,
  };
  const keyBag = new PKCS8ShroudedKeyBag({
    parsedValue: PrivateKeyInfo.fromBER(
      new Uint8Array(key.export({ type: 'pkcs8', format: 'der' })),
    ),
  });
  await keyBag.makeInternalValues({ password: secret, ...protection });
  const bags = [
    new SafeBag({ bagId: KEY_BAG, bagValue: keyBag, bagAttributes: [keyMark()] }),
    ...certificates.map((der, index) => {
      const bagValue = new CertBag({ parsedValue: parseCertificate(der) });
      const bagAttributes = index === 0 ? [keyMark()] : undefined;
      return new SafeBag({ bagId: CERTIFICATE_BAG, bagValue, bagAttributes });
    }),
  ];
  const safe = new AuthenticatedSafe({
    parsedValue: {
      safeContents: [{ privacyMode: 0, value: new SafeContents({ safeBags: bags }) }],
    },
  });
  await safe.makeInternalValues({ safeContents: [{}] });
  const file = new PFX({
    parsedValue: { integrityMode: PASSWORD_INTEGRITY, authenticatedSafe: safe },
  });
  await file.makeInternalValues({
    password: secret,
    iterations: ITERATIONS,
    pbkdf2HashAlgorithm: 'SHA-256',
    hmacHashAlgorithm: 'SHA-256',
  });
  return Buffer.from(file.toSchema().toBER());
}

/** Tells readers which certificate belongs to the key (RFC 2985, 5.5.2). */
function keyMark(): Attribute {
  const mark = new OctetString({ valueHex: new Uint8Array([1]) });
  return new Attribute({ type: LOCAL_KEY_ID, values: [mark] });
}
