import { Dictionary, Name, Numeral, type PdfObject, Reference, Stream, Text } from './objects.ts';

/** The object as it is written to a file. Equal objects give equal bytes. */
export function serialize(object: PdfObject): Buffer {
  if (object instanceof Stream) {
    const head = serialize(object.dictionary);
    const [open, close] = [Buffer.from('\nstream\n'), Buffer.from('\nendstream')];
    return Buffer.concat([head, open, object.data, close]);
  }
  return Buffer.from(print(object), 'latin1');
}

function print(object: PdfObject): string {
  if (object === null) return 'null';
  if (typeof object === 'boolean') return String(object);
  if (object instanceof Numeral) return object.digits;
  if (object instanceof Name) return printName(object.value);
  if (object instanceof Reference) return `${object.number} ${object.generation} R`;
  if (object instanceof Text) return printText(object.bytes);
  if (Array.isArray(object)) return `[${object.map(print).join(' ')}]`;
  if (object instanceof Dictionary) {
    return `<<${[...object].map(([key, value]) => `${printName(key)} ${print(value)}`).join('\n')}>>`;
  }
  throw new TypeError('A stream cannot stand inside another object');
}

function printName(value: string): string {
  const escaped = value.replaceAll(/[^\w.+-]/g, (letter) => {
    return `#${letter.charCodeAt(0).toString(16).padStart(2, '0')}`;
  });
  return `/${escaped}`;
}

function printText(bytes: Buffer): string {
  const plain = bytes.toString('latin1');
  return /^[\x20-\x7e]*$/.test(plain) && !/[()\\]/.test(plain)
    ? `(${plain})`
    : `<${bytes.toString('hex')}>`;
}
