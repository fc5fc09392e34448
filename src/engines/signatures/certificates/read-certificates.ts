import { X509Certificate } from 'node:crypto';
import { boundedFile, FileTooLong } from '../../../platform/files/bounded-file.ts';
import { SigningError } from '../signing-error.ts';

/** The whole of Mozilla's roots is a quarter of a megabyte. */
const LARGEST = 2 * 2 ** 20;
const MOST = 1000;
const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** The certificates of a file, PEM with one or many or DER with one; as DER. */
export async function readCertificates(path: string): Promise<Buffer[]> {
  const content = await boundedFile(path, LARGEST).catch(asRefusal);
  const blocks: (string | Buffer)[] = content.toString('latin1').match(PEM) ?? [content];
  if (blocks.length > MOST) {
    const message = `Tệp “${path}” có hơn ${MOST} chứng thư. Chỉ để lại các gốc mà cơ quan tin.`;
    throw new SigningError('certificate-unreadable', message);
  }
  try {
    return blocks.map((block) => new X509Certificate(block).raw);
  } catch (cause) {
    const message = `Tệp “${path}” không phải chứng thư số. Hãy chọn tệp PEM hoặc DER của gốc tin cậy.`;
    throw new SigningError('certificate-unreadable', message, { cause });
  }
}

const asRefusal = (error: Error): never => {
  if (!(error instanceof FileTooLong)) throw error;
  throw new SigningError('certificate-unreadable', error.message, { cause: error });
};
