import { OwnFault } from '../problems/own-fault.ts';
import { piecesIn } from './pieces.ts';

/** The kept bytes no longer have this SHA-256. The file is not served, mailed or signed. */
export class DamagedFile extends OwnFault {
  override name = 'DamagedFile';
  constructor(
    sha256: string,
    /** What is wrong, as it stands behind “Tệp”. */
    readonly what = 'không còn nguyên vẹn (mã SHA-256 đã khác)',
  ) {
    super(
      'file-damaged',
      `Tệp đã lưu ${what} nên không dùng được. Báo quản trị viên khôi phục tệp ${sha256} từ bản sao lưu.`,
    );
  }
}

/** Which of the pieces of a file of `size` bytes it is: “không còn nguyên vẹn ở đoạn 3 trên 200”. */
export const brokenPiece = (position: number, size: number) =>
  `không còn nguyên vẹn${piecesIn(size) > 1 ? ` ở đoạn ${position + 1} trên ${piecesIn(size)}` : ' (mã SHA-256 đã khác)'}`;
