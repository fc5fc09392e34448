import { z } from 'zod';

/** UAX #9: from here on a reader sees the text from right to left; no Vietnamese text needs it. */
const BACKWARDS = /[\u061C\u200F\u202B\u202E\u2067]/u;
/** Draw nothing, and come along when one copies from Word, a web page or a telephone. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]/gu;
/** Of these only what steers direction: joiners and hyphens may be meant in a text. */
const STEERING = /\p{Bidi_Control}/gu;
const NO_LINE = /[\p{Cc}\uFFFD]/u;
const NO_TEXT = /(?![\t\n])\p{Cc}/u;

const nameOf = (letter: string) =>
  `U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

function refuse(pattern: RegExp, why: string) {
  return (value: string, context: z.RefinementCtx) => {
    const found = pattern.exec(value);
    if (!found) return;
    const message = `Chữ thứ ${Array.from(value.slice(0, found.index)).length + 1} (${nameOf(found[0])}) ${why}. Xóa đoạn này rồi gõ lại.`;
    context.addIssue({ code: 'custom', message });
  };
}

const refuseBackwards = refuse(BACKWARDS, 'làm chữ hiện ngược chiều');

/** One line of what people read: white space folded, nothing unseen, nothing that turns the line around. */
export const lineLetters = z
  .string({ error: 'Không được để trống.' })
  .superRefine(refuseBackwards)
  .transform((value) => value.replace(UNSEEN, '').replace(/\s+/g, ' ').trim())
  .superRefine(refuse(NO_LINE, 'không phải chữ'));

/** The same of several lines. */
export const textLetters = z
  .string({ error: 'Không được để trống.' })
  .superRefine(refuseBackwards)
  .transform((value) => value.replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n').replace(STEERING, ''))
  .superRefine(refuse(NO_TEXT, 'không phải chữ'))
  .transform((value) => value.trim());

const LETTERS =
  'A-Za-z0-9ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴĐ' +
  'àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ';
const CODE = new RegExp(`^[${LETTERS}]+(?:[._/ -][${LETTERS}]+)*$`, 'u');

/**
 * What a thing is named by in files and addresses. Only letters one can tell apart: Cyrillic or full
 * width ones look like others, and what begins with a sign is a formula in a spreadsheet.
 */
export const code = (max: number) =>
  z
    .string({ error: 'Không được để trống.' })
    .transform((value) => value.trim())
    .pipe(
      z
        .string()
        .min(1, 'Không được để trống.')
        .max(max, `Dài quá ${max} ký tự.`)
        .superRefine((value, context) => {
          if (value === '' || CODE.test(value)) return;
          context.addIssue({ code: 'custom', message: codeFault(value) });
        }),
    );

function codeFault(value: string): string {
  const odd = Array.from(value).find(
    (letter) => !new RegExp(`[${LETTERS}._/ -]`, 'u').test(letter),
  );
  if (odd === undefined) {
    return 'Mã bắt đầu và kết thúc bằng chữ hoặc số; giữa hai phần chỉ một dấu . - _ / hoặc cách.';
  }
  const seen = /[\p{Cc}\p{Cf}\p{Z}\p{M}\p{Cn}\uFFFD]/u.test(odd) ? 'ẩn' : odd;
  return `Mã có ký tự lạ: ${seen} (${nameOf(odd)}). Chỉ dùng chữ tiếng Việt, chữ số và dấu . - _ /; gõ lại mã này.`;
}
