import { Parser } from 'htmlparser2';

const BLOCK = /^(?:p|div|br|tr|td|th|li|h[1-6]|title|blockquote|pre)$/;

/** The lines of what other programs insert whole (`w:altChunk`): a web page, also in its mail form, RTF or text. */
export function linesOfChunk(name: string, bytes: Buffer): string[] | undefined {
  const form = /\.(x?html?|mht|mhtml|rtf|txt)$/i.exec(name)?.[1]?.toLowerCase();
  if (!form) return undefined;
  const text = form.startsWith('mht') ? unquoted(bytes) : bytes.toString('utf8');
  const plain = form === 'txt' ? text : form === 'rtf' ? wordsOfRtf(text) : wordsOfPage(text);
  return plain.normalize('NFC').split(/\r?\n/);
}

/** Quoted-printable (RFC 2045, 6.7); letters that stand as they are stay. */
function unquoted(bytes: Buffer): string {
  const text = bytes
    .toString('latin1')
    .replace(/=\r?\n/g, '')
    .replace(/=([\dA-F]{2})/gi, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return Buffer.from(text, 'latin1').toString('utf8');
}

function wordsOfPage(html: string): string {
  const words: string[] = [];
  const block = (tag: string) => BLOCK.test(tag) && words.push('\n');
  const parser = new Parser({
    ontext: (text) => words.push(text),
    onopentag: block,
    onclosetag: block,
  });
  parser.end(html);
  return words.join('');
}

/** Its words alone: `\\u7852?` is a letter, `\\par` ends a line, other controls say nothing. */
const wordsOfRtf = (rtf: string): string =>
  rtf
    .replace(/[\r\n]/g, '')
    .replace(/\\(?:par|line|cell|row|tab)(?![a-z])-?\d* ?/g, '\n')
    .replace(/\\u(-?\d{1,6}) ?(?:\\'[\da-f]{2}|\?)?/gi, (_, code: string) =>
      String.fromCharCode(Number(code) & 0xffff),
    )
    .replace(/\\'[\da-f]{2}/gi, '?')
    .replace(/\\[a-z]+-?\d* ?|[{}]/gi, '');
