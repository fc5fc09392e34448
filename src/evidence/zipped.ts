import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** Files by name, as one ZIP. */
export async function zipped(files: ReadonlyMap<string, Buffer>): Promise<Buffer> {
  const zip = new ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(bytes, name);
  zip.end();
  return buffer(zip.outputStream);
}
