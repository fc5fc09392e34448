import type { AsnType } from 'asn1js';
import type { Attribute } from 'pkijs';

export function childrenOf(block: AsnType | undefined): AsnType[] {
  const { value } = (block as { valueBlock?: { value?: unknown } } | undefined)?.valueBlock ?? {};
  return Array.isArray(value) ? (value as AsnType[]) : [];
}

/** The one value of an attribute; an attribute given twice has none. */
export function valueOf(attributes: Attribute[] | undefined, type: string): AsnType | undefined {
  const found = attributes?.filter((attribute) => attribute.type === type) ?? [];
  return found.length === 1 ? (found[0]!.values[0] as AsnType | undefined) : undefined;
}
