import { signatureBlocks } from '../official-document.ts';
import { annexI, type Fault } from '../finding.ts';
import type { WordRule, Words } from './words.ts';

const PLACE = 'Quyền hạn, chức vụ';
const ABBREVIATED = /^(TUQ|TM|KT|TL|Q)(\.?)(\s*)(?=\p{L})/u;

/** Annex I, II.7.b: the abbreviation of the authority, a full stop, a space, the post; a second line says whose hand it is. */
export const AUTHORITY_FORM: WordRule = {
  id: 'signature.authority-form',
  clause: annexI('II.7.b'),
  severity: 'error',
  *find({ document }: Words): Generator<Fault> {
    for (const { authority } of signatureBlocks(document)) {
      for (const line of authority) {
        const [, prefix, stop, space] = ABBREVIATED.exec(line) ?? [];
        // "TMS" is a word of its own: without stop and space nothing is certain.
        if (prefix === undefined || (!stop && !space) || (stop && space === ' ')) continue;
        yield {
          place: PLACE,
          message: `Ghi là "${line}".`,
          remedy: `Ghi "${prefix}." rồi một dấu cách trước chức vụ.`,
        };
      }
      const last = authority.at(-1) ?? '';
      const [, prefix] = ABBREVIATED.exec(last) ?? [];
      if (prefix !== undefined && prefix !== 'Q') {
        yield {
          place: PLACE,
          message: `Sau "${last}" chưa có chức vụ của người ký.`,
          remedy: 'Ghi chức vụ của người ký ở dòng tiếp theo, ví dụ "PHÓ GIÁM ĐỐC".',
        };
      }
    }
  },
};

/** Annex I, II.7.đ: authority and post in capitals. */
export const AUTHORITY_CAPITALS: WordRule = {
  id: 'signature.capitals',
  clause: annexI('II.7.đ'),
  severity: 'error',
  *find({ document }: Words): Generator<Fault> {
    for (const { authority } of signatureBlocks(document)) {
      const small = authority.find((line) => line !== line.toLocaleUpperCase('vi'));
      if (small === undefined) continue;
      yield {
        place: PLACE,
        message: `"${small}" chưa viết in hoa.`,
        remedy: 'Viết in hoa quyền hạn, chức vụ của người ký.',
      };
    }
  },
};

/** Annex I, II.7.b: who signs for the head is his deputy. */
export const DEPUTY: WordRule = {
  id: 'signature.deputy',
  clause: annexI('II.7.b'),
  severity: 'warning',
  *find({ document }: Words): Generator<Fault> {
    for (const { authority } of signatureBlocks(document)) {
      const at = authority.findIndex((line) => /^KT\./iu.test(line));
      const next = authority[at + 1];
      if (at < 0 || next === undefined || /^(PHÓ|THỨ TRƯỞNG|ỦY VIÊN|UỶ VIÊN)/iu.test(next))
        continue;
      yield {
        place: PLACE,
        message: `Ký thay (KT.) nhưng chức vụ người ký là "${next}".`,
        remedy: 'Người ký thay là cấp phó; nếu ký thừa lệnh thì ghi "TL.".',
      };
    }
  },
};

const RANKS =
  /^(GS|PGS|TS|ThS|Th\.S|CN|KS|BS|BSCK|DS|NGND|NGƯT|Tiến sĩ|Thạc sĩ|Giáo sư|Phó Giáo sư|Bác sĩ|Kỹ sư|Luật sư|Ông|Bà|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại tướng|Thượng tướng|Trung tướng|Thiếu tướng)\.?[\s.]/u;

/** Annex I, II.7.c: no rank or degree before the name, except in the services that may. */
export const RANK_BEFORE_NAME: WordRule = {
  id: 'signature.rank',
  clause: annexI('II.7.c'),
  severity: 'warning',
  *find({ document }: Words): Generator<Fault> {
    for (const { signerName } of signatureBlocks(document)) {
      const rank = RANKS.exec(signerName)?.[1];
      if (rank === undefined) continue;
      yield {
        place: 'Họ tên người ký',
        message: `Trước họ tên có ghi "${rank}".`,
        remedy:
          'Không ghi học hàm, học vị, danh hiệu, trừ văn bản của lực lượng vũ trang, giáo dục, y tế, khoa học.',
      };
    }
  },
};

/** Annex I, II.7.đ: the name in small letters with capitals. */
export const NAME_CASE: WordRule = {
  id: 'signature.name-case',
  clause: annexI('II.7.đ'),
  severity: 'error',
  *find({ document }: Words): Generator<Fault> {
    for (const { signerName } of signatureBlocks(document)) {
      const capitals = signerName === signerName.toLocaleUpperCase('vi');
      if (!capitals || (signerName.match(/\p{L}/gu)?.length ?? 0) < 4) continue;
      yield {
        place: 'Họ tên người ký',
        message: `Họ tên "${signerName}" viết bằng chữ in hoa.`,
        remedy: 'Viết họ tên bằng chữ thường, hoa chữ cái đầu mỗi âm tiết.',
      };
    }
  },
};
