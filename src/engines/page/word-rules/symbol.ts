import { DOCUMENT_TYPES, rulesOf } from '../document-types.ts';
import { annexI, annexIII, type Fault } from '../finding.ts';
import type { WordRule, Words } from './words.ts';

const PLACE = 'Số, ký hiệu';

/** Abbreviations of Annex III that have small letters. */
const MIXED_CASE = /^(TTr|CTr|QyĐ|TrS)$/u;

/** Annex I, II.3.b: the group that names the issuing body is that of this office. */
export const OWN_SYMBOL: WordRule = {
  id: 'symbol.own',
  clause: annexI('II.3.b'),
  severity: 'error',
  *find({ document, officeCode }: Words): Generator<Fault> {
    const { symbol, type } = document;
    if (!officeCode || !symbol || document.coIssuingBodies?.length) return;
    const { abbreviation } = rulesOf(type);
    const own = [officeCode, ...(abbreviation ? [`${abbreviation}-${officeCode}`] : [])];
    if (own.some((code) => symbol === code || symbol.startsWith(`${code}-`))) return;
    yield {
      place: PLACE,
      message: `Ký hiệu "${symbol}" không phải của cơ quan này (${officeCode}).`,
      remedy: `Ghi ký hiệu bắt đầu bằng ${own.at(-1)}.`,
    };
  },
};

/** Annex I, II.3.b: groups of capitals with hyphens between them. */
export const SYMBOL_FORM: WordRule = {
  id: 'symbol.form',
  clause: annexI('II.3.b'),
  severity: 'error',
  *find({ document: { symbol } }: Words): Generator<Fault> {
    if (symbol === '' || /^[\p{L}\d.]+(-[\p{L}\d.]+)*$/u.test(symbol)) return;
    yield {
      place: PLACE,
      message: `Ký hiệu "${symbol}" có dấu cách hoặc dấu không dùng trong ký hiệu.`,
      remedy: 'Viết các nhóm chữ viết tắt liền nhau, nối bằng dấu gạch nối, không dấu cách.',
    };
  },
};

/** Annex I, II.3.b: capitals; offices have habits of their own (`GDTrH`). */
export const SYMBOL_CAPITALS: WordRule = {
  id: 'symbol.capitals',
  clause: annexI('II.3.c'),
  severity: 'warning',
  *find({ document: { symbol } }: Words): Generator<Fault> {
    const small = symbol
      .split('-')
      .find((group) => group !== group.toLocaleUpperCase('vi') && !MIXED_CASE.test(group));
    if (small === undefined) return;
    yield {
      place: PLACE,
      message: `Nhóm "${small}" của ký hiệu có chữ thường.`,
      remedy: 'Viết ký hiệu bằng chữ in hoa.',
    };
  },
};

/** Annex III, I: the symbol opens with the abbreviation of its type; a công văn has none. */
export const SYMBOL_TYPE: WordRule = {
  id: 'symbol.type',
  clause: annexIII('phần I'),
  severity: 'warning',
  *find({ document: { symbol, type }, officeCode }: Words): Generator<Fault> {
    const { name, abbreviation } = rulesOf(type);
    const [first = ''] = symbol.split('-');
    if (abbreviation !== undefined) {
      if (first === abbreviation) return;
      yield {
        place: PLACE,
        message: `Ký hiệu "${symbol}" không mở đầu bằng chữ viết tắt của ${name}.`,
        remedy: `Ghi ${abbreviation}- ở đầu ký hiệu.`,
      };
      return;
    }
    const other = Object.values(DOCUMENT_TYPES).find((rules) => rules.abbreviation === first);
    const writesType = first === 'CV' || other !== undefined;
    if (!writesType || first === officeCode) return;
    yield {
      place: PLACE,
      message: `Công văn không có chữ viết tắt tên loại, nhưng ký hiệu mở đầu bằng "${first}".`,
      remedy: `Bỏ "${first}-" khỏi ký hiệu.`,
    };
  },
};
