import { open } from 'node:fs/promises';

/** A file is longer than what it is meant to be. */
export class FileTooLong extends Error {
  override name = 'FileTooLong';
  constructor(
    readonly path: string,
    most: number,
  ) {
    super(
      `Tệp ${path} dài quá ${Math.ceil(most / 2 ** 20)} MB nên không đọc. Kiểm tra lại có đúng tệp này không.`,
    );
  }
}

/** The bytes of a file somebody named, no further than `most`: it may be another one, or a device. Throws `FileTooLong`. */
export async function boundedFile(path: string, most: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const parts: Buffer[] = [];
    let length = 0;
    for await (const part of file.createReadStream({ autoClose: false, end: most })) {
      parts.push(part as Buffer);
      length += (part as Buffer).length;
    }
    if (length > most) throw new FileTooLong(path, most);
    return Buffer.concat(parts);
  } finally {
    await file.close();
  }
}
