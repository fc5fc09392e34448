import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { KeptFile } from '../../../platform/files/kept-file.ts';
import { PIECE } from '../../../platform/files/pieces.ts';

/**
 * Files by name, as one ZIP that is made while it is read: each file is opened when its turn comes. Over
 * 4 GiB, or 65,535 files, it is a ZIP64 one. Whoever stops reading destroys it.
 */
export function zipStream(files: ReadonlyMap<string, Buffer | KeptFile>): Readable {
  const zip = new ZipFile();
  let open: Readable | undefined;
  for (const [name, file] of files) {
    if (file instanceof KeptFile) {
      // Long files are PDF, ZIP, pictures or sound: compressing them again saves nothing.
      const options = { size: file.size, compress: file.size <= PIECE };
      zip.addReadStreamLazy(name, options, (ready) => ready(null, (open = file.stream())));
    } else {
      zip.addBuffer(file, name);
    }
  }
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  out.once('close', () => open?.destroy());
  zip.end();
  return out;
}
