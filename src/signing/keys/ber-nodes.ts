import { fromBER, type ObjectIdentifier, OctetString, type Sequence } from 'asn1js';

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

/** What an octet string holds, also one written in pieces (BER). */
export function insideOf(node: Node | undefined): Node | undefined {
  if (!(node instanceof OctetString)) return undefined;
  const { offset, result } = fromBER(node.getValue());
  return offset === -1 ? undefined : result;
}

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
