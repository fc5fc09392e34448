import { createHash, pbkdf2Sync } from 'node:crypto';
import forge from 'node-forge';

type Digest = Pick<forge.md.MessageDigest, 'algorithm' | 'blockLength'>;

/** PBKDF2 (RFC 8018, 5.2), with strings of bytes as the library has them. */
function pbkdf2(
  password: string,
  salt: string,
  iterations: number,
  length: number,
  digest?: Digest | string | null,
): string {
  const name = typeof digest === 'string' ? digest : (digest?.algorithm ?? 'sha1');
  const [key, own] = [password, salt].map((bytes) => Buffer.from(bytes, 'latin1')) as [
    Buffer,
    Buffer,
  ];
  return pbkdf2Sync(key, own, iterations, length, name).toString('latin1');
}

/** Key of the MAC (RFC 7292, B.2): never longer than one digest, so there is no second block. */
function macKey(
  password: string | null | undefined,
  salt: forge.util.ByteBuffer,
  id: number,
  iterations: number,
  length: number,
  { algorithm, blockLength }: Digest,
): forge.util.ByteBuffer {
  const words =
    typeof password === 'string' ? Buffer.from(`${password}\0`, 'utf16le').swap16() : '';
  const parts = [
    Buffer.alloc(blockLength, id),
    filled(Buffer.from(salt.bytes(), 'latin1'), blockLength),
    filled(Buffer.from(words), blockLength),
  ];
  let key = Buffer.concat(parts);
  for (let round = 0; round < iterations; round++) key = createHash(algorithm).update(key).digest();
  return forge.util.createBuffer(key.subarray(0, length).toString('latin1'));
}

/** Repeated up to a whole number of blocks. */
function filled(bytes: Buffer, block: number): Buffer {
  return Buffer.alloc(Math.ceil(bytes.length / block) * block, bytes);
}

/**
 * The library derives keys in JavaScript, a minute for each bag of a file with the 600 000 rounds that NSS writes; Node
 * needs a moment. It looks both functions up here each time.
 */
Object.assign(forge.pkcs5, { pbkdf2 });
Object.assign(forge.pkcs12, { generateKey: macKey });
