import type { Entry, Envelope } from './envelope.ts';
import type { FileHandle } from 'node:fs/promises';

const WINDOW_BYTES = 1 << 20;
const LINE_FEED = 0x0a;

/** All whole records of a log, and where the last of them ends. */
export async function scan(file: FileHandle): Promise<{ entries: Entry[]; end: number }> {
  const window = new Window(file);
  const entries: Entry[] = [];
  let end = 0;
  for (;;) {
    const line = await window.line(end);
    const envelope = line && envelopeIn(line);
    if (!line || !envelope) return { entries, end };
    const offset = end + line.length + 1;
    const last = offset + bytesInLog(envelope);
    if ((await window.byte(last)) !== LINE_FEED) return { entries, end };
    entries.push({ ...envelope, offset });
    end = last + 1;
  }
}

export function bytesInLog({ pieces }: Envelope): number {
  return pieces.reduce<number>((sum, piece) => (typeof piece === 'number' ? sum + piece : sum), 0);
}

function envelopeIn(line: Buffer): Envelope | undefined {
  try {
    return JSON.parse(line.toString()) as Envelope;
  } catch {
    return undefined;
  }
}

/** A part of the file in memory that follows the reader. */
class Window {
  private bytes = Buffer.alloc(0);
  private start = 0;

  constructor(private readonly file: FileHandle) {}

  /** The line that begins at `offset`, without its line feed; undefined when there is none. */
  async line(offset: number): Promise<Buffer | undefined> {
    for (let size = WINDOW_BYTES; ; size *= 2) {
      const start = offset - this.start;
      const end = this.holds(offset) ? this.bytes.indexOf(LINE_FEED, start) : -1;
      if (end >= 0) return this.bytes.subarray(start, end);
      if (!(await this.load(offset, size))) return undefined;
    }
  }

  async byte(offset: number): Promise<number | undefined> {
    if (!this.holds(offset)) await this.load(offset, WINDOW_BYTES);
    return this.bytes[offset - this.start];
  }

  private holds(offset: number): boolean {
    return offset >= this.start && offset < this.start + this.bytes.length;
  }

  /** False when the window ends with the file already. */
  private async load(offset: number, size: number): Promise<boolean> {
    const { buffer, bytesRead } = await this.file.read(Buffer.alloc(size), 0, size, offset);
    const grew = offset + bytesRead > this.start + this.bytes.length;
    this.bytes = buffer.subarray(0, bytesRead);
    this.start = offset;
    return grew;
  }
}
