import { nfc } from '../../platform/web/schema.ts';

/** What stands in the form's controls: text as typed, right or wrong. */
export interface MandateValues {
  accountId: string;
  capacity: string;
  grantedFromId: string;
  onBehalfOf: string;
  post: string;
  documentTypes: string[];
  units: string;
  basis: string;
  validFrom: string;
  validTo: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? nfc(value) : '');

export function typedMandate(body: Record<string, unknown>): MandateValues {
  const types = body.documentTypes ?? [];
  return {
    accountId: text(body.accountId),
    capacity: text(body.capacity),
    grantedFromId: text(body.grantedFromId),
    onBehalfOf: text(body.onBehalfOf),
    post: text(body.post),
    documentTypes: typeof types === 'string' ? [types] : Object.values(types).map(text),
    units: text(body.units),
    basis: text(body.basis),
    validFrom: text(body.validFrom),
    validTo: text(body.validTo),
  };
}
