import { textAppearance } from '../../../../src/engines/signatures/appearance.ts';
import { Reference } from '../../../../src/engines/signatures/pdf/objects.ts';
import type { FindingCode } from '../../../../src/engines/signatures/verification/report.ts';
import type { VerificationOptions } from '../../../../src/engines/signatures/verification/verify-dispatch.ts';
import type { Office } from '../office.ts';
import { append, drawing, Loot } from '../tampering.ts';

/** What there is to attack: a dispatch as it is drawn, signed, sealed and archived. */
export interface Victim {
  office: Office;
  drawn: Buffer;
  person: Buffer;
  whole: Buffer;
  kept: Buffer;
  folder: string;
}

export interface Attack {
  name: string;
  /** What the verifier calls it. */
  finds: FindingCode;
  make(victim: Victim): Buffer | Promise<Buffer>;
  options?: Partial<VerificationOptions>;
}

export const PAINT = 'BT /FR 20 Tf 100 400 Td (SAI) Tj ET';

/** Shows another value in a text field. */
export function refill(pdf: Buffer, field: string, value: string): Buffer {
  const loot = new Loot(pdf);
  const number = loot.field(field);
  const objects = {
    [number]: loot.with(number, { V: `(${value})`, AP: `<</N ${loot.free} 0 R>>` }),
    [loot.free]: drawing(PAINT),
  };
  return append(pdf, { objects });
}

/** Fills in a number as the clerk would, but for its box or the font behind its name. */
export function refillAs(
  pdf: Buffer,
  { box, font = 'FR' }: { box?: string; font?: string },
): Buffer {
  const loot = new Loot(pdf);
  const number = loot.field('so_van_ban');
  const content = textAppearance(loot.file, loot.file.dictionaryAt(new Reference(number)), '412');
  const fonts = loot.at(loot.catalog, 'AcroForm', 'DR', 'Font', font);
  const resources = `<</Font <</FR ${fonts} 0 R>>>>`;
  const objects = {
    [number]: loot.with(number, { V: '(412)', AP: `<</N ${loot.free} 0 R>>` }),
    [loot.free]: drawing(content, box, resources),
  };
  return append(pdf, { objects });
}

export function changed(
  pdf: Buffer,
  number: (loot: Loot) => number,
  changes: Record<string, string | null>,
): Buffer {
  const loot = new Loot(pdf);
  return append(pdf, { objects: { [number(loot)]: loot.with(number(loot), changes) } });
}

export function overwrite(pdf: Buffer, from: string, to: string, after = 0): Buffer {
  const copy = Buffer.from(pdf);
  const start = copy.indexOf(from, after, 'latin1');
  if (start < 0 || from.length !== to.length) throw new Error('Nothing to overwrite');
  copy.write(to, start, 'latin1');
  return copy;
}

export const catalog = (loot: Loot) => loot.catalog;
export const page = (loot: Loot) => loot.page;
export const form = (loot: Loot) => loot.at(loot.catalog, 'AcroForm');
