import { OwnFault } from '../own-fault.ts';

/** What is kept under this SHA-256 is not what was: it is given to nobody, sent to nobody and signed by nobody. */
export class DamagedFile extends OwnFault {
  override name = 'DamagedFile';
  constructor(sha256: string, what = 'không còn nguyên vẹn (mã SHA-256 đã khác)') {
    super(
      'file-damaged',
      `Tệp đã lưu ${what} nên không dùng được. Báo quản trị viên khôi phục tệp ${sha256} từ bản sao lưu.`,
    );
  }
}
