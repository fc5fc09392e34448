import { annexI, annexIII, type Fault } from '../finding.ts';
import type { WordRule, Words } from './words.ts';

/** Annex III, I; the last rows are legal documents, which the decree does not cover. */
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  'nghị quyết': 'NQ',
  'quyết định': 'QĐ',
  'chỉ thị': 'CT',
  'quy chế': 'QC',
  'quy định': 'QyĐ',
  'thông cáo': 'TC',
  'thông báo': 'TB',
  'hướng dẫn': 'HD',
  'chương trình': 'CTr',
  'kế hoạch': 'KH',
  'phương án': 'PA',
  'đề án': 'ĐA',
  'dự án': 'DA',
  'báo cáo': 'BC',
  'biên bản': 'BB',
  'tờ trình': 'TTr',
  'hợp đồng': 'HĐ',
  'công điện': 'CĐ',
  'bản ghi nhớ': 'BGN',
  'bản thỏa thuận': 'BTT',
  'giấy ủy quyền': 'GUQ',
  'giấy mời': 'GM',
  'giấy giới thiệu': 'GGT',
  'giấy nghỉ phép': 'GNP',
  'phiếu gửi': 'PG',
  'phiếu chuyển': 'PC',
  'phiếu báo': 'PB',
  'nghị định': 'NĐ',
  'thông tư': 'TT',
  'thông tư liên tịch': 'TTLT',
};

const NAMES = Object.keys(ABBREVIATIONS)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const CODED = new RegExp(
  `(?<!\\p{L})(${NAMES}|công văn) số (\\d+(?:/\\d{4})?)/(\\p{L}+)-[\\p{L}\\d-]+`,
  'giu',
);

/** Annex III, I: each type has its own abbreviation; a công văn has none. */
export const TYPE_ABBREVIATION: WordRule = {
  id: 'abbreviation.type',
  clause: annexIII('phần I'),
  severity: 'warning',
  *find(words: Words): Generator<Fault> {
    for (const { place, text } of words.texts) {
      for (const [found, type = '', , group = ''] of text.matchAll(CODED)) {
        const name = type.toLocaleLowerCase('vi');
        const wanted = ABBREVIATIONS[name];
        if (wanted === undefined ? group !== 'CV' : group === wanted) continue;
        yield {
          place,
          message: `"${found}": chữ viết tắt "${group}" không đúng với loại văn bản.`,
          remedy: wanted
            ? `Chữ viết tắt của ${name} là "${wanted}"; kiểm tra lại số, ký hiệu.`
            : 'Công văn không có chữ viết tắt tên loại; bỏ "CV" khỏi ký hiệu.',
        };
      }
    }
  },
};

const SHORTENED = /(?<![\p{L}\d/.-])(CV|QĐ|NQ|NĐ|TB|KH|BC|TTr|HD|CĐ|GM|TT) số(?!\p{L})/gu;

/** In running words the type of a document is written out. */
export const SHORTENED_TYPE: WordRule = {
  id: 'abbreviation.shortened-type',
  clause: annexI('II.6.b'),
  severity: 'warning',
  *find(words: Words): Generator<Fault> {
    for (const { place, text } of words.texts) {
      for (const [found, short] of text.matchAll(SHORTENED)) {
        const name = Object.entries(ABBREVIATIONS).find(
          ([, abbreviation]) => abbreviation === short,
        );
        yield {
          place,
          message: `Viết tắt tên loại văn bản: "${found}".`,
          remedy: `Viết đầy đủ "${name?.[0] ?? 'công văn'} số".`,
        };
      }
    }
  },
};

/** `Phòng VH TT`: an abbreviation that nobody explains, in two pieces. */
export const SPLIT_ABBREVIATION: WordRule = {
  id: 'abbreviation.split',
  clause: annexI('II.9'),
  severity: 'warning',
  *find(words: Words): Generator<Fault> {
    const pattern =
      /(?<!\p{L})(?!UBND|HĐND|MTTQ|UBMTTQ)\p{Lu}{2,4} (?!TP|TX|TT\.? \p{Lu}\p{Ll})\p{Lu}{2,4}(?!\p{L})/u;
    for (const { place, text, part } of words.texts) {
      if ((part !== 'recipient' && part !== 'addressee') || /^lưu/iu.test(text)) continue;
      const found = pattern.exec(text)?.[0];
      if (found === undefined) continue;
      yield {
        place,
        message: `Chữ viết tắt "${found}" có dấu cách ở giữa, khó hiểu.`,
        remedy: 'Viết đầy đủ tên cơ quan, đơn vị.',
      };
    }
  },
};

/** Annex I, II.9.c: the archive line names the unit of the symbol. */
export const ARCHIVE_UNIT: WordRule = {
  id: 'abbreviation.archive-unit',
  clause: annexI('II.9.c'),
  severity: 'warning',
  *find({ document, officeCode }: Words): Generator<Fault> {
    const { type = 'cong-van', symbol, recipientLines } = document;
    const units = /^Lưu: VT, (.+?)(?: \(\d+\))?$/u.exec(recipientLines.at(-1) ?? '')?.[1];
    const own = officeCode ?? symbol.split('-')[0]!;
    if (type !== 'cong-van' || !units || !symbol.startsWith(`${own}-`)) return;
    const unit = symbol.slice(own.length + 1);
    if (units.split(/,\s*/).includes(unit)) return;
    yield {
      place: `Nơi nhận, dòng ${recipientLines.length}`,
      message: `Đơn vị ở dòng lưu là "${units}", ở ký hiệu là "${unit}".`,
      remedy: 'Kiểm tra chữ viết tắt của đơn vị soạn thảo ở ký hiệu và ở dòng lưu.',
    };
  },
};
