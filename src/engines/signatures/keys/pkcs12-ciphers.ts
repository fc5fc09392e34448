import { createDecipheriv } from 'node:crypto';
import forge from 'node-forge';
import { Pkcs12Unreadable } from './pkcs12-unreadable.ts';

type Decipher = (key: Buffer, iv: Buffer, data: Buffer) => Buffer;

export interface Cipher {
  length: number;
  decipher: Decipher;
}

const byNode = (name: string, length: number): Cipher => ({
  length,
  decipher: (key, iv, data) => {
    const cipher = createDecipheriv(name, key, iv);
    return Buffer.concat([cipher.update(data), cipher.final()]);
  },
});

/** What OpenSSL 3, and so Node, has put away as legacy. */
const byForge = (length: number, begin: (key: string, iv: string) => ForgeCipher): Cipher => ({
  length,
  decipher: (key, iv, data) => {
    const cipher = begin(key.toString('latin1'), iv.toString('latin1'));
    cipher.update(forge.util.createBuffer(data.toString('latin1')));
    if (!cipher.finish()) throw new Pkcs12Unreadable(true);
    return Buffer.from(cipher.output.getBytes(), 'latin1');
  },
});

interface ForgeCipher {
  update: (input: forge.util.ByteBuffer) => unknown;
  finish: () => boolean;
  output: forge.util.ByteBuffer;
}

const rc2 = (bits: number) => (key: string, iv: string) => {
  const cipher = forge.rc2.createDecryptionCipher(key, bits);
  cipher.start(iv);
  return cipher;
};

const des = (key: string, iv: string) => {
  const cipher = forge.cipher.createDecipher('DES-CBC', key);
  cipher.start({ iv });
  return cipher;
};

/** By RFC 7292, appendix C: key and first block come from the password by B.2 with SHA-1. */
export const OLD: Record<string, Cipher> = {
  '1.2.840.113549.1.12.1.3': byNode('des-ede3-cbc', 24),
  '1.2.840.113549.1.12.1.4': {
    length: 16,
    decipher: (key, iv, data) =>
      byNode('des-ede3-cbc', 24).decipher(Buffer.concat([key, key.subarray(0, 8)]), iv, data),
  },
  '1.2.840.113549.1.12.1.5': byForge(16, rc2(128)),
  '1.2.840.113549.1.12.1.6': byForge(5, rc2(40)),
};

/** By PBES2 (RFC 8018, B.2; RFC 3565). */
export const NEW: Record<string, Cipher> = {
  '2.16.840.1.101.3.4.1.2': byNode('aes-128-cbc', 16),
  '2.16.840.1.101.3.4.1.22': byNode('aes-192-cbc', 24),
  '2.16.840.1.101.3.4.1.42': byNode('aes-256-cbc', 32),
  '1.2.840.113549.3.7': byNode('des-ede3-cbc', 24),
  '1.3.14.3.2.7': byForge(8, des),
};
