import { encode, wrap } from 'nodemailer/lib/qp';

/**
 * Text as quoted-printable (RFC 2045, 6.7) that may stand between two soft line breaks. No line starts
 * with a dot, so SMTP need not double any.
 */
export function quotedPrintable(text: string): string {
  return wrap(encode(text.replace(/\r\n?|\n/g, '\r\n'))).replace(/^\./gm, '=2E');
}

const SOFT_BREAK = '=\r\n';

/** A text with places for personal values: everything but these is encoded once. */
export class QuotedTemplate {
  private readonly pieces: string[];
  private readonly slots: string[];

  /** `slots` are the characters of `text` that stand for personal values. */
  constructor(text: string, slots: readonly string[]) {
    const parts = text.split(new RegExp(`([${slots.join('')}])`));
    this.pieces = parts.filter((_, index) => index % 2 === 0).map(quotedPrintable);
    this.slots = parts.filter((_, index) => index % 2 === 1);
  }

  /** `values` are given by slot, already quoted-printable. */
  fill(values: Record<string, string>): string {
    let filled = this.pieces[0]!;
    this.slots.forEach((slot, index) => {
      filled += SOFT_BREAK + values[slot] + SOFT_BREAK + this.pieces[index + 1];
    });
    return filled;
  }
}
