const SPACE = 0x20;
const [OPEN, CLOSE, BACKSLASH, RETURN] = [0x28, 0x29, 0x5c, 0x0d] as const;
const ESCAPED: ReadonlySet<number> = new Set([OPEN, CLOSE, BACKSLASH, RETURN]);
/** Of a character: two bytes, each perhaps escaped. */
const MOST_BYTES = 4;

/** The content of a page as bytes: most of it is two-byte codes, which strings hold badly. */
export class PageContent {
  private bytes = new Uint8Array(1 << 16);
  private length = 0;

  /** ASCII. */
  write(text: string): void {
    this.reserve(text.length);
    for (let i = 0; i < text.length; i++) this.bytes[this.length++] = text.charCodeAt(i);
  }

  /** The codes of `text` as operand and operator; `afterSpace` moves what follows a space. */
  show(text: string, glyphOf: (character: number) => number, afterSpace: string): void {
    this.reserve(text.length * (MOST_BYTES + afterSpace.length + 2) + 8);
    this.write(afterSpace ? '[(' : '(');
    let open = true;
    for (let i = 0; i < text.length; i++) {
      if (!open) this.bytes[this.length++] = OPEN;
      open = true;
      const character = text.charCodeAt(i);
      const glyph = glyphOf(character);
      this.literal(glyph >> 8);
      this.literal(glyph & 0xff);
      if (character !== SPACE || !afterSpace) continue;
      this.bytes[this.length++] = CLOSE;
      this.write(afterSpace);
      open = false;
    }
    if (open) this.bytes[this.length++] = CLOSE;
    this.write(afterSpace ? '] TJ' : ' Tj');
  }

  /** What was written since; valid until the next call of `write` or `show`. */
  take(): Uint8Array {
    const taken = this.bytes.subarray(0, this.length);
    this.length = 0;
    return taken;
  }

  private literal(byte: number): void {
    if (ESCAPED.has(byte)) this.bytes[this.length++] = BACKSLASH;
    // A carriage return would be read as a line feed.
    this.bytes[this.length++] = byte === RETURN ? 0x72 : byte;
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return;
    const grown = new Uint8Array(2 * (this.length + more));
    grown.set(this.bytes);
    this.bytes = grown;
  }
}
