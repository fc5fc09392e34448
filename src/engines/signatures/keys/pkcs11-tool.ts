import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { SigningError } from '../signing-error.ts';

export interface Token {
  /** The maker's PKCS#11 library. */
  module: string;
  label: string;
  /** Of the key and its certificate, hexadecimal (CKA_ID). */
  id: string;
  /** Environment variable that holds the PIN; the PIN itself is never an argument. */
  pinVariable: string;
  /** Certificates of the authorities above it, as DER; tokens seldom hold them. */
  chain: readonly Buffer[];
}

const TIMEOUT = 60_000;

/** Under one id. */
const MOST_OBJECTS = 10;

/**
 * What the token has of a type under the id. `pkcs11-tool` reads one object by its id, whatever index is asked for
 * (OpenSC 0.23), so several are told apart by their labels.
 */
export async function objectsOf(
  token: Token,
  type: 'cert' | 'pubkey',
  most = MOST_OBJECTS,
): Promise<Buffer[]> {
  const listed = await run(token, ['--list-objects', '--type', type]);
  const labels = [...listed.matchAll(/^ {2}label: *(.*)$/gm)].map(([, label]) => label!.trim());
  const distinct = [...new Set(labels)];
  // Objects of one label cannot be told apart: the first would hide the others.
  if (type === 'cert' && distinct.length < labels.length) throw sameLabel(token);
  return withScratch(async (folder) => {
    const found: Buffer[] = [];
    const output = join(folder, type);
    for (const label of distinct.slice(0, most)) {
      const which = label === '' ? [] : ['--label', label];
      await run(token, ['--read-object', '--type', type, ...which, '--output-file', output]);
      found.push(await readFile(output));
      await rm(output);
    }
    return found;
  });
}

const sameLabel = ({ label, id }: Token) =>
  new SigningError(
    'key-unreadable',
    `Thiết bị ký số “${label}” có nhiều chứng thư cùng mã ${id} và cùng nhãn nên không phân biệt được. Hãy đặt nhãn khác nhau cho từng chứng thư, hoặc xóa chứng thư đã hết hạn khỏi thiết bị.`,
  );

export async function run({ module, label, id }: Token, task: string[]): Promise<string> {
  const target = ['--module', module, '--token-label', label, '--id', id];
  const { stdout } = await promisify(execFile)('pkcs11-tool', [...target, ...task], {
    timeout: TIMEOUT,
    env: process.env,
  }).catch((error: NodeJS.ErrnoException) => {
    const isMissing = error.code === 'ENOENT';
    throw new SigningError(
      'key-refused',
      isMissing
        ? 'Máy chủ chưa cài OpenSC (lệnh pkcs11-tool). Hãy cài gói opensc rồi ký lại.'
        : `Thiết bị ký số “${label}” không ký. Hãy cắm thiết bị, kiểm tra mã PIN rồi ký lại.`,
    );
  });
  return stdout;
}

export async function withScratch<Result>(
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'signing-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
