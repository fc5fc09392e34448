import { buildHeaderValue, encodeWord, foldLines, isPlainText } from 'nodemailer/lib/mime-funcs';

const LINE = 76;

/** One header field, folded; line breaks and other control characters in `value` become spaces. */
export function field(name: string, value: string): string {
  return foldLines(`${name}: ${value.replace(/\p{Cc}+/gu, ' ')}`, LINE);
}

/** Free text of a header: as it is when ASCII, otherwise encoded words (RFC 2047). */
export function unstructured(text: string): string {
  const clean = text.replace(/\p{Cc}+/gu, ' ');
  return isPlainText(clean) ? clean : encodeWord(clean, 'B', 64);
}

/** `=?UTF-8?B?…?= <van-thu@thaibinh.example>` */
export function mailbox(name: string, address: string): string {
  const clean = name.replace(/\p{Cc}+/gu, ' ').trim();
  if (!clean) return `<${address}>`;
  const phrase = isPlainText(clean)
    ? `"${clean.replace(/["\\]/g, '\\$&')}"`
    : encodeWord(clean, 'B', 64);
  return `${phrase} <${address}>`;
}

/** A value with parameters: `attachment; filename*0*=utf-8''…` (RFC 2231). */
export const parametered = (value: string, params: Record<string, string>): string =>
  buildHeaderValue({ value, params });
