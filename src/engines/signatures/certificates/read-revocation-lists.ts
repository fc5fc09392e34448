import { boundedFile, FileTooLong } from '../../../platform/files/bounded-file.ts';
import { SigningError } from '../signing-error.ts';
import { readList } from './read-list.ts';

/** Those of large authorities have some megabytes. */
const LARGEST = 20 * 2 ** 20;
const PEM = /-----BEGIN (?:X509 )?CRL-----([\s\S]+?)-----END (?:X509 )?CRL-----/g;
const OPENINGS = /-----BEGIN (?:X509 )?CRL-----/g;

/** The lists of a file, PEM with one or many or DER with one; as DER. */
export async function readRevocationLists(path: string): Promise<Buffer[]> {
  const lists = revocationListsIn(await boundedFile(path, LARGEST).catch(asRefusal));
  if (lists) return lists;
  throw new SigningError(
    'revocation-list-unreadable',
    `Tệp “${path}” không phải danh sách chứng thư bị thu hồi. Hãy chọn tệp CRL dạng PEM hoặc DER.`,
  );
}

/** Undefined when the bytes are no list, or one of the lists in them is none. */
export function revocationListsIn(content: Buffer): Buffer[] | undefined {
  const words = content.toString('latin1');
  const blocks = [...words.matchAll(PEM)];
  // A file that was cut off ends with a list that never closes.
  if (blocks.length !== [...words.matchAll(OPENINGS)].length) return undefined;
  const lists = blocks.length
    ? blocks.map(([, base64]) => Buffer.from(base64!, 'base64'))
    : [content];
  return lists.every(isList) ? lists : undefined;
}

function isList(der: Buffer): boolean {
  try {
    readList(der);
    return true;
  } catch {
    return false;
  }
}

const asRefusal = (error: Error): never => {
  if (!(error instanceof FileTooLong)) throw error;
  throw new SigningError('revocation-list-unreadable', error.message, { cause: error });
};
