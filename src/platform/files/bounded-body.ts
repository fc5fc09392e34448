/** What came is longer than anything that could be meant. */
export class TooLong extends Error {
  override name = 'TooLong';
  constructor(most: number) {
    super(`more than ${most} bytes`);
  }
}

/** Reads a body no further than `most` bytes: what never ends must not fill the memory. Throws `TooLong`. */
export async function boundedBody(response: Response, most: number): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of response.body ?? []) {
    length += part.length;
    if (length > most) throw new TooLong(most);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
