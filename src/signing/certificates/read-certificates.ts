import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SigningError } from '../signing-error.ts';

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates of a file, PEM with one or many or DER with one; as DER. */
export async function readCertificates(path: string): Promise<Buffer[]> {
  const content = await readFile(path);
  const blocks: (string | Buffer)[] = content.toString('latin1').match(PEM) ?? [content];
  try {
    return blocks.map((block) => new X509Certificate(block).raw);
  } catch (cause) {
    const message = `Tệp “${path}” không phải chứng thư số. Hãy chọn tệp PEM hoặc DER của gốc tin cậy.`;
    throw new SigningError('certificate-unreadable', message, { cause });
  }
}
