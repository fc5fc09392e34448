/** Reads a source of bytes a given number at a time. */
export class BytesInOrder {
  private rest: Buffer = Buffer.alloc(0);

  constructor(private readonly source: AsyncGenerator<Buffer>) {}

  /** The next `length` bytes; fewer only where the source ends. */
  async take(length: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let missing = length;
    while (missing > 0) {
      if (this.rest.length === 0) {
        const next = await this.source.next();
        if (next.done) break;
        this.rest = next.value;
      }
      const part = this.rest.subarray(0, missing);
      this.rest = this.rest.subarray(part.length);
      parts.push(part);
      missing -= part.length;
    }
    return Buffer.concat(parts);
  }

  async leave(): Promise<void> {
    await this.source.return(undefined);
  }
}
