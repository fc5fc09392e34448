import { isRule, isUpper } from './plain.ts';
import { titleIn } from './title.ts';

const CAPACITY = /^(?:(?:TM|KT|TL|TUQ|Q|T\/M|K\/T|T\/L)\s*\.?\s*)?(?:[\p{Lu}\s,.\-()/]+)$/u;
const POST =
  /(?:GIÁM ĐỐC|CHỦ TỊCH|TRƯỞNG|CHÁNH|BỘ TRƯỞNG|THỦ TRƯỞNG|ỦY BAN|UỶ BAN|UBND|CHỦ NHIỆM|BAN|HỘI ĐỒNG|THỨ TRƯỞNG|TM|KT|TL|TUQ|BÍ THƯ|NGƯỜI|QUYỀN|ĐỘI|THƯ KÝ|HIỆU|VIỆN|PHÓ)/u;
/** Degrees, honours and ranks before a name: `PGS.TS.`, `BSCKII.`, `Thượng tá`. */
const TITLES =
  /^(?:(?:PGS|GS|TS|TSKH|T[hH][sS]|B[sS]|DS|ĐD|CN|KS|CV|CVC|LS|(?:BS|DS|ĐD)?CK(?:II?|[12])|(?:NG|TT)(?:ƯT|ND)|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy|uý)|Luật sư)(?:[.,]\s*|\s+))*/u;
const NAME = new RegExp(`${TITLES.source}(?:\\p{Lu}['’]?\\p{Lu}?\\p{Ll}*[\\s-]?){2,6}$`, 'u');
/** Who signed in capital letters. */
const FAMILY =
  /^(?:NGUYỄN|TRẦN|LÊ|PHẠM|HOÀNG|HUỲNH|PHAN|VŨ|VÕ|ĐẶNG|BÙI|ĐỖ|HỒ|NGÔ|DƯƠNG|LÝ|ĐÀO|ĐOÀN|VƯƠNG|TRỊNH|TRƯƠNG|ĐINH|LÂM|PHÙNG|MAI|TÔ|HÀ|TẠ|CAO|CHU|LƯƠNG|THÁI|TĂNG|QUÁCH|NÔNG)(?: \p{Lu}+){1,4}$/u;
/** A post that was not typed in capitals. */
const IN_WORDS =
  /^(?:(?:TM|KT|TL|TUQ|Q)\s*\.\s*)?(?:Quyền |Phó |Tổng ){0,2}(?:Giám đốc|Chủ tịch|Chủ nhiệm|Trưởng|Chánh|Cục trưởng|Hiệu trưởng|Viện trưởng|Bộ trưởng|Thứ trưởng|Bí thư|Thủ trưởng|Người)(?!\p{L})[^.;:]{0,60}$/iu;
const SIGNED = /^\(?(?:đã ký|ký tên|ký, đóng dấu|chữ ký|ký và ghi rõ họ tên)/iu;

export const isSignature = (text: string): boolean =>
  isUpper(text) && text.length < 90 && CAPACITY.test(text) && POST.test(text) && !isAnnex(text);
export const isAnnex = (text: string): boolean =>
  /^(?:PHỤ LỤC|MẪU|DANH SÁCH|BẢNG|BIỂU)(?!\p{L})/iu.test(text);
export const namesPost = (text: string): boolean => POST.test(text);
export const isOfSignature = (text: string): boolean =>
  isSignature(text) || NAME.test(text) || SIGNED.test(text) || isRule(text);

/** A name below posts, which may stand in capital letters as well. */
export const isNameUnder = (text: string): boolean =>
  isUpper(text) ? FAMILY.test(text) && text.length < 30 : NAME.test(text) && !IN_WORDS.test(text);
/** A post of any kind, or what stands between posts and the name. */
export const isAboveName = (text: string): boolean =>
  isRule(text) ||
  SIGNED.test(text) ||
  (text.length < 90 && !isAnnex(text) && (isUpper(text) ? !titleIn(text) : IN_WORDS.test(text)));

/** Who signs: the last line that is a name. */
export const signerOf = (signature: string[]): string | undefined =>
  signature.findLast((text) => (isUpper(text) ? FAMILY : NAME).test(text))?.replace(TITLES, '');
