import type { Paragraph, Piece } from '../../../../engines/word/from-word.ts';
import { isBasis, isSalutation, withoutSalutation } from './openings.ts';
import { linesOf, plain } from './plain.ts';

const FIRST = 14;
const LONGEST = 250;
/** How the name of somebody who is written to begins. */
const NAME =
  /^(?:Ban|Bộ|Bưu|Bảo hiểm|Bệnh viện|Các|Cảng|Chi|Chủ|Công|Cục|Cơ|Đài|Đại|Đảng|Điện|Đoàn|Đồng chí|Giám|Hạt|Hiệp|Hiệu|Hội|HĐND|Hợp tác|Huyện|Kho bạc|Khối|Lãnh|Liên|Lực|Mặt trận|Ngân|Nhà|Ông|Bà|Phòng|Phó|Phường|Quận|Quý|Quỹ|Sở|Tạp|Tập|Thành|Thanh|Thị|Thủ|Thường|Tỉnh|Tòa|Toà|Tổng|Tổ|Trạm|Trung|Trưởng|Trường|UBND|Ủy|Uỷ|UBMTTQ|Văn|Viện|Vụ|Xã|Xí|Báo)(?!\p{L})/u;

export interface Addressed {
  addressees: string[];
  /** The pieces without them. */
  rest: Piece[];
}

/** The line Kính gửi, in a table or not, and the names that follow it. */
export function addressed(pieces: Piece[]): Addressed {
  const at = pieces
    .slice(0, FIRST)
    .findIndex((piece) => linesOf(piece).some((line) => isSalutation(plain(line))));
  const isLate = pieces.slice(0, Math.max(at, 0)).some((piece) => isBody(piece));
  if (at < 0 || isLate) return { addressees: [], rest: pieces };
  const found = new Names();
  const piece = pieces[at]!;
  const left: Piece[] = [];
  if ('rows' in piece) {
    const lines = linesOf(piece);
    const first = lines.findIndex((line) => isSalutation(plain(line)));
    left.push(...lines.slice(0, first).map((markdown) => ({ markdown })));
    for (const line of lines.slice(first)) found.add(line);
  } else found.add(piece.markdown);
  let to = at + 1;
  while (to < pieces.length && found.goesOn(pieces[to]!)) to += 1;
  return { addressees: found.names, rest: [...pieces.slice(0, at), ...left, ...pieces.slice(to)] };
}

const isBody = (piece: Piece) =>
  'markdown' in piece &&
  (plain(piece.markdown).length > 300 || /^Điều 1\./u.test(plain(piece.markdown)));

/** Names, one after the other: each ends with a semicolon, begins with a dash, or has a line of its own. */
class Names {
  names: string[] = [];
  private last = '';
  private isDashed = false;
  /** Each has a line of its own, under the words before them. */
  private isBelow = false;

  add(line: string): void {
    const text = plain(line);
    const said = withoutSalutation(text.replace(/^[-–]\s*(?=Kính gửi)/iu, ''));
    const isItem = /^[-–+•]/.test(said) || /^\d{1,2}[.)]\s/.test(said);
    this.isDashed ||= isItem;
    this.isBelow ||= isSalutation(this.last) && withoutSalutation(this.last) === '';
    const parts = said
      .split(/;\s*(?:[-–+•]\s*)?|\t/)
      .map(trimmed)
      .filter(Boolean);
    const isNew = isItem || this.names.length === 0 || /[;.:]$/.test(this.last) || !this.isDashed;
    const goesOn = !isNew || /,$/.test(this.last);
    if (goesOn && this.names.length > 0 && parts.length > 0 && !isItem) {
      this.names.push(`${this.names.pop()} ${parts.shift()}`);
    }
    this.names.push(...parts);
    if (text) this.last = text;
  }

  /** Takes a piece that is still of the list; the text begins with the first that is not. */
  goesOn(piece: Piece): boolean {
    const [line = ''] = linesOf(piece);
    const text = plain(line);
    if ('rows' in piece || text.length > LONGEST || isBasis(text) || this.isOver(piece, text)) {
      return false;
    }
    this.add(line);
    return true;
  }

  private isOver(piece: Paragraph, text: string): boolean {
    const isItem = /^[-–+•]\s*\S/.test(text);
    const name = text.replace(/^(?:[-–+•]\s*|\d{1,2}[.)]\s+)/, '');
    const isBare = isSalutation(this.last) && withoutSalutation(this.last) === '';
    if (/,$/.test(this.last) && !isItem) return text.length > 120;
    if (/;$/.test(this.last)) return !isItem && !NAME.test(name) && !/[;]$/.test(text);
    if (isBare) return !isItem && !this.isName(piece, name);
    if (isItem)
      return /\.$/.test(this.last) ? !(NAME.test(name) && this.isDashed) : !NAME.test(name);
    if (/\.$/.test(this.last)) return true;
    const isAside =
      ((piece.look?.indent ?? 0) > 1000 || piece.look?.isCentred === true) && NAME.test(name);
    // Lines without any sign at their end.
    const isNext = this.isBelow && NAME.test(name) && text.length < 100 && !/[.:,]$/.test(text);
    // A wrapped line of the last name.
    const isWrapped = this.isDashed && /^\p{Ll}/u.test(text) && text.length < 100;
    return !(isAside || isNext || isWrapped);
  }

  private isName({ look }: Paragraph, name: string): boolean {
    if (name.length > 150) return false;
    return (
      NAME.test(name) || look?.isCentred === true || (look?.indent ?? 0) > 1000 || /;$/.test(name)
    );
  }
}

const trimmed = (text: string) =>
  text
    .replace(/^(?:[-–+•]\s*|\d{1,2}[.)]\s+)/, '')
    .replace(/[\s;.]+$/, '')
    .trim();
