import {
  DOCUMENT_TYPES,
  rulesOf,
  type DocumentType,
} from '../../../../engines/page/document-types.ts';
import type { Paragraph, Piece } from '../../../../engines/word/from-word.ts';
import { isBasis, isSalutation } from './openings.ts';
import { isRule, isUpper, plain } from './plain.ts';

export interface Title {
  type: DocumentType;
  abstract?: string;
  /** Pieces without the title, its abstract and the authority that decides. */
  rest: Piece[];
}

const FIRST = 15;
const MOST_LINES = 8;
const LONGEST = 400;
const AUTHORITY =
  /^(?:GIÁM ĐỐC|TỔNG GIÁM ĐỐC|CHỦ TỊCH|CHỦ NHIỆM|ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|BỘ TRƯỞNG|THỦ TRƯỞNG|THỦ TƯỚNG|CHÍNH PHỦ|TỔNG CỤC|CỤC TRƯỞNG|CHI CỤC|CHÁNH|TRƯỞNG|HIỆU TRƯỞNG|VIỆN TRƯỞNG|BAN|TỔNG BIÊN TẬP|VỤ TRƯỞNG|ĐỘI TRƯỞNG|QUYỀN|PHÓ)(?!\p{L})/u;
const UNSUPPORTED =
  /^(?:NGHỊ QUYẾT|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|HƯỚNG DẪN|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|BIÊN BẢN|HỢP ĐỒNG|THÔNG CÁO|BẢN GHI NHỚ|BẢN THỎA THUẬN|GIẤY ỦY QUYỀN|GIẤY GIỚI THIỆU|GIẤY NGHỈ PHÉP|PHIẾU GỬI|PHIẾU CHUYỂN|PHIẾU BÁO|THƯ CÔNG)$/u;

/** The type that a line is the title of, perhaps with the abstract behind it. */
export function titleIn(text: string): { type: DocumentType; about: string } | undefined {
  for (const [type, { title }] of Object.entries(DOCUMENT_TYPES)) {
    if (!title || !squeezed(text).startsWith(title)) continue;
    const about = squeezed(text).slice(title.length).trim();
    if (about === '' || /^(?:Về|V\/v)\s/u.test(about)) return { type: type as DocumentType, about };
  }
  return undefined;
}

/** `T H Ô N G  B Á O` as it is meant. */
const squeezed = (text: string) =>
  /^(?:\p{Lu} ){3,}\p{Lu}$/u.test(text) ? joinedTitle(text.replaceAll(' ', '')) : text;
const joinedTitle = (letters: string) =>
  Object.values(DOCUMENT_TYPES).find(({ title }) => title?.replaceAll(' ', '') === letters)
    ?.title ?? letters;

/** A type that the system does not write, by its title. */
export const unsupportedTitle = (pieces: Piece[]): string | undefined =>
  pieces
    .slice(0, FIRST)
    .map((piece) => ('rows' in piece ? '' : plain(piece.markdown)))
    .find((text) => UNSUPPORTED.test(text));

/** `THÔNG BÁO` on a line of its own and what it is about under it. */
export function titleOf(pieces: Piece[]): Title | undefined {
  const at = pieces
    .slice(0, FIRST)
    .findIndex((piece) => 'markdown' in piece && titleIn(plain(piece.markdown)));
  if (at < 0) return undefined;
  const { type, about } = titleIn(plain((pieces[at] as { markdown: string }).markdown))!;
  const abstract = about ? [about] : [];
  let to = at + 1;
  let isDecided = false;
  for (; to < pieces.length && to - at <= MOST_LINES; to += 1) {
    const piece = pieces[to]!;
    if ('rows' in piece) break;
    const text = plain(piece.markdown);
    if (isRule(text)) continue;
    if (isSalutation(text) || isBasis(text) || text.length > LONGEST) break;
    if (isAuthority(text, type, abstract, isDecided)) isDecided = true;
    else if (!isDecided && isAbout(piece, text, abstract)) abstract.push(text);
    else break;
  }
  const words = abstract.join(' ').replace(/^V\s*\/\s*v\s*:?\s*/iu, 'Về việc ');
  return {
    type,
    abstract: words || undefined,
    rest: [...pieces.slice(0, at), ...pieces.slice(to)],
  };
}

/** Who decides, printed by the system: below the abstract, in capitals. */
function isAuthority(text: string, type: DocumentType, abstract: string[], isDecided: boolean) {
  if (!rulesOf(type).enactingWord || !isUpper(text) || text.endsWith(':')) return false;
  return isDecided || AUTHORITY.test(text) || (abstract.length > 0 && !abstract.some(isUpper));
}

function isAbout(piece: Paragraph, text: string, before: string[]): boolean {
  if (/^(?:Điều|Phần|Chương|Mục)\s|^(?:[IVX]+|\d+)[.)]/u.test(text)) return false;
  if (/^#|^[-+] /.test(piece.markdown)) return false;
  if (/^\*\*\*?[^*]+\*?\*\*$/.test(piece.markdown) || piece.look?.isCentred) return true;
  if (before.length === 0)
    return /^(?:Về|V\/v)\s/iu.test(text) || (text.length < 150 && !/[.:;]$/.test(text));
  return /^\p{Ll}/u.test(text) && !/[.;:]$/.test(before.at(-1)!);
}
