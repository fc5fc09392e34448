import type { Dispatch } from '../../dispatches/dispatch.entity.ts';

/**
 * What all letters of one dispatch share. Nothing is read or built before a channel asks for it: a mail
 * needs the file in base64, a webhook only its name and size.
 */
export class PreparedDispatch {
  private readonly made = new Map<string, Promise<unknown>>();

  constructor(
    readonly dispatch: Dispatch,
    readonly fileSha256: string,
    private readonly read: { file: () => Promise<Buffer>; size: () => Promise<number> },
  ) {}

  /** The bytes, or `DamagedFile`. */
  file(): Promise<Buffer> {
    return this.read.file();
  }

  fileSize(): Promise<number> {
    return this.once('size', this.read.size);
  }

  /** `make` is called once for all letters under this name; after a failure the next call tries again. */
  once<Made>(name: string, make: () => Promise<Made>): Promise<Made> {
    let made = this.made.get(name) as Promise<Made> | undefined;
    if (!made) {
      made = make();
      this.made.set(name, made);
      made.catch(() => this.made.delete(name));
    }
    return made;
  }
}
