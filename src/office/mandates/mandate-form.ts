import { nfc } from '../../platform/web/schema.ts';

/** What stands in the form's controls: text as typed, right or wrong. */
export interface MandateValues {
  accountId: string;
  capacity: string;
  grantedFromId: string;
  onBehalfOf: string;
  post: string;
  documentTypes: string[];
  units: string[];
  basis: string;
  validFrom: string;
  validTo: string;
}

const text = (value: unknown): string => (typeof value === 'string' ? nfc(value) : '');

const texts = (value: unknown): string[] =>
  typeof value === 'string' ? [text(value)] : Object.values(value ?? {}).map(text);

export function typedMandate(body: Record<string, unknown>): MandateValues {
  return {
    accountId: text(body.accountId),
    capacity: text(body.capacity),
    grantedFromId: text(body.grantedFromId),
    onBehalfOf: text(body.onBehalfOf),
    post: text(body.post),
    documentTypes: texts(body.documentTypes),
    units: texts(body.units)
      .flatMap((each) => each.split(/[,;]/))
      .map((each) => each.trim())
      .filter(Boolean),
    basis: text(body.basis),
    validFrom: text(body.validFrom),
    validTo: text(body.validTo),
  };
}
