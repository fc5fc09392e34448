const WORD = /=\?([^?*\s]+)(?:\*[^?]*)?\?([BQ])\?([^?]*)\?=/gi;

/** The subject line of a mail, unfolded but still encoded; empty when there is none. */
export function subjectOf(mail: Buffer): string {
  const end = mail.indexOf('\r\n\r\n', 0, 'latin1');
  const head = mail.toString('utf8', 0, end < 0 ? mail.length : end);
  const match = /^subject:[ \t]*(.*(?:\r\n[ \t].*)*)/im.exec(head);
  return match?.[1]!.replace(/\r\n[ \t]/g, ' ').trim() ?? '';
}

/** `=?UTF-8?B?...?=` and its kind as text (RFC 2047); what cannot be read stays as it is. */
export function decodeWords(text: string): string {
  return text.replace(/(\?=)\s+(?==\?)/g, '$1').replace(RUN, decodeRun);
}

/** Neighbouring words: a character may be cut in two between them. */
const RUN = new RegExp(`(?:${WORD.source})+`, 'gi');

function decodeRun(run: string): string {
  const parts: { charset: string; bytes: Buffer }[] = [];
  for (const [, charset, encoding, content] of run.matchAll(WORD)) {
    const bytes = encoding!.toUpperCase() === 'B' ? Buffer.from(content!, 'base64') : q(content!);
    const last = parts.at(-1);
    if (last?.charset === charset!.toLowerCase()) last.bytes = Buffer.concat([last.bytes, bytes]);
    else parts.push({ charset: charset!.toLowerCase(), bytes });
  }
  try {
    return parts.map(({ charset, bytes }) => new TextDecoder(charset).decode(bytes)).join('');
  } catch {
    return run;
  }
}

function q(content: string): Buffer {
  const plain = content
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(plain, 'latin1');
}
