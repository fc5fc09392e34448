import {
  fromBER,
  Integer,
  type ObjectIdentifier,
  OctetString,
  Primitive,
  type Sequence,
} from 'asn1js';

export type Node = ReturnType<typeof fromBER>['result'];

export function partsOf(node: Node | undefined): Node[] {
  const { value } = (node as Sequence | undefined)?.valueBlock ?? {};
  return Array.isArray(value) ? value : [];
}

export function identifierOf(node: Node | undefined): string | undefined {
  return node && tagOf(node) === 'identifier'
    ? (node as ObjectIdentifier).valueBlock.toString()
    : undefined;
}

/** The octets of a string, also of one written in pieces (BER). */
export function octetsOf(node: Node | undefined): Buffer | undefined {
  return node instanceof OctetString ? Buffer.from(node.getValue()) : undefined;
}

/** The octets of a string whose own tag gave way to that of its place, whole or in pieces. */
export function implicitOctetsOf(node: Node | undefined): Buffer | undefined {
  if (node instanceof Primitive) return Buffer.from(node.valueBlock.valueHexView);
  const pieces = partsOf(node).map(octetsOf);
  return pieces.length > 0 && pieces.every((piece) => piece !== undefined)
    ? Buffer.concat(pieces)
    : undefined;
}

/** What an octet string holds. */
export function insideOf(node: Node | undefined): Node | undefined {
  const octets = octetsOf(node);
  if (!octets) return undefined;
  const { offset, result } = fromBER(new Uint8Array(octets));
  return offset === -1 ? undefined : result;
}

/** NaN for what is no integer of a reasonable size. */
export function integerOf(node: Node | undefined): number {
  return node instanceof Integer ? node.valueBlock.valueDec : NaN;
}

export const encodingOf = ({ valueBeforeDecodeView }: Node) => Buffer.from(valueBeforeDecodeView);

const TAGS: Record<number, string> = {
  2: 'integer',
  3: 'bits',
  4: 'octets',
  6: 'identifier',
  16: 'sequence',
};

export function tagOf({ idBlock }: Node): string {
  const { tagClass, tagNumber } = idBlock;
  return tagClass === 1 ? (TAGS[tagNumber] ?? 'other') : `[${tagNumber}]`;
}
