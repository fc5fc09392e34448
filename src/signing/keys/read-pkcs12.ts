import { createPrivateKey, type KeyObject } from 'node:crypto';
import forge from 'node-forge';
import './native-derivation.ts';

export interface Pkcs12Content {
  keys: KeyObject[];
  /** As DER, in the order of the file. */
  certificates: Buffer[];
}

/** What was wrong: the password, or a way of encrypting that is not known here. */
export class Pkcs12Unreadable extends Error {
  constructor(readonly isPassword: boolean) {
    super(isPassword ? 'Wrong password' : 'Unknown kind of PKCS#12 file');
  }
}

/** All keys and certificates of a PKCS#12 file (RFC 7292), also of the older kinds with 3DES or RC2. */
export function readPkcs12(file: Uint8Array, password: string): Pkcs12Content {
  const pfx = parse(file);
  if (!isMacKnown(pfx)) throw new Pkcs12Unreadable(false);
  const content = open(pfx, password);
  const bags = content.safeContents.flatMap(({ safeBags }) => safeBags);
  const { keyBag, pkcs8ShroudedKeyBag, certBag } = forge.pki.oids;
  return {
    keys: bags.filter(({ type }) => type === keyBag || type === pkcs8ShroudedKeyBag).map(keyOf),
    certificates: bags.filter(({ type }) => type === certBag).map(certificateOf),
  };
}

function parse(file: Uint8Array): forge.asn1.Asn1 {
  try {
    return forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(file).toString('latin1')));
  } catch {
    throw new Pkcs12Unreadable(false);
  }
}

/** Absent, or by a hash that the library computes; PBMAC1 (RFC 9579) is not among them. */
function isMacKnown({ value }: forge.asn1.Asn1): boolean {
  const [, , mac] = value as forge.asn1.Asn1[];
  if (!mac) return true;
  const { md5, sha1, sha256, sha384, sha512 } = forge.pki.oids;
  const child = (object: forge.asn1.Asn1 | undefined) => (object?.value as forge.asn1.Asn1[])?.[0];
  const identifier = child(child(child(mac)))?.value;
  const hash = typeof identifier === 'string' ? forge.asn1.derToOid(identifier) : '';
  return [md5, sha1, sha256, sha384, sha512].includes(hash);
}

/**
 * The older schemes and the file's own MAC take the password as UTF-16, PBES2 takes it as UTF-8 (RFC 7292, B.1; RFC
 * 8018, 3). Where the two differ the bags of newer files open only to the second, under which the MAC cannot be asked.
 */
function open(pfx: forge.asn1.Asn1, password: string): forge.pkcs12.Pkcs12Pfx {
  const utf8 = forge.util.encodeUtf8(password);
  try {
    return forge.pkcs12.pkcs12FromAsn1(pfx, false, password);
  } catch (error) {
    if (utf8 === password) throw new Pkcs12Unreadable(isPasswordFault(error));
  }
  try {
    return forge.pkcs12.pkcs12FromAsn1(withoutMac(pfx), false, utf8);
  } catch (error) {
    throw new Pkcs12Unreadable(isPasswordFault(error));
  }
}

function withoutMac(pfx: forge.asn1.Asn1): forge.asn1.Asn1 {
  return { ...pfx, value: (pfx.value as forge.asn1.Asn1[]).slice(0, 2) };
}

/** An algorithm that is not known is named by its identifier; everything else looks like a wrong password. */
const isPasswordFault = (error: unknown) => (error as { oid?: string }).oid === undefined;

function keyOf({ key, asn1 }: forge.pkcs12.Bag): KeyObject {
  // Keys other than RSA stay as they are stored.
  const info = key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(key)) : asn1;
  return createPrivateKey({ key: der(info), format: 'der', type: 'pkcs8' });
}

function certificateOf({ cert, asn1 }: forge.pkcs12.Bag): Buffer {
  return der(cert ? forge.pki.certificateToAsn1(cert) : asn1);
}

const der = (object: forge.asn1.Asn1) => Buffer.from(forge.asn1.toDer(object).getBytes(), 'latin1');
