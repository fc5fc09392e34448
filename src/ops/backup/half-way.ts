import { inWords } from '../../platform/config/in-words.ts';
import { RestoreRefused } from './backup-file.ts';

/** Errors of PostgreSQL (SQLSTATE, by their beginning) and of the line to it, as they come in the middle of a restore. */
const CAUSES: [RegExp, (table: string) => { what: string; todo: string }][] = [
  [
    /^23/,
    (table) => ({
      what: `bản sao lưu có dòng trùng hoặc thiếu dòng mà nó nhắc tới${table}`,
      todo: 'Dùng bản sao lưu khác.',
    }),
  ],
  [
    /^(?:22|P0|42601)/,
    (table) => ({
      what: `bản sao lưu có dòng không đúng dạng${table}`,
      todo: 'Dùng bản sao lưu khác.',
    }),
  ],
  [
    /^(?:57P|08|ECONN|EPIPE|ETIMEDOUT|gone$)/,
    (table) => ({
      what: `mất kết nối tới PostgreSQL${table}`,
      todo: 'Chờ PostgreSQL chạy lại rồi chạy lại lệnh này.',
    }),
  ],
  [
    /^53/,
    () => ({
      what: 'máy chủ PostgreSQL hết đĩa, hết bộ nhớ hoặc hết chỗ nối',
      todo: 'Thêm chỗ rồi chạy lại lệnh này.',
    }),
  ],
  [
    /^42(?:501|P01|703)/,
    (table) => ({
      what: `tài khoản trong địa chỉ không được ghi, hoặc bảng khác với bản sao lưu${table}`,
      todo: 'Cho tài khoản ấy làm chủ một cơ sở dữ liệu mới, trống, rồi chạy lại lệnh này.',
    }),
  ],
];

const NOTHING_KEPT =
  'Không giữ lại gì: cơ sở dữ liệu có thể đã có bảng nhưng chưa có dòng nào của bản sao lưu.';

/** What is told of a restore that broke off before its rows were kept: what happened, what is there now, what to do. */
export function brokenOff(cause: unknown, table: string | undefined): RestoreRefused {
  const { code, message } = cause as Error & { code?: string };
  const key = code ?? (/terminated|not queryable|ended/i.test(message) ? 'gone' : '');
  const at = table ? ` (khi nạp bảng ${table})` : '';
  const { what, todo } = CAUSES.find(([pattern]) => pattern.test(key))?.[1](at) ?? {
    what: `PostgreSQL từ chối${at}: ${inWords(cause)}`,
    todo: 'Sửa điều vừa nêu rồi chạy lại lệnh này.',
  };
  const name = code ? ` [${code}]` : '';
  return new RestoreRefused(`Khôi phục dở dang: ${what}${name}. ${NOTHING_KEPT} ${todo}`, {
    cause,
  });
}

/** The answer to the last word did not come: the rows may be there, or not. */
export const unanswered = (cause: unknown) =>
  new RestoreRefused(
    'Mất kết nối tới PostgreSQL đúng lúc ghi xong nên chưa biết đã giữ lại hay chưa. Chạy lại lệnh này: ' +
      'nếu báo đã có cơ quan thì dữ liệu đã đủ, chỉ còn chạy npm run migrate; nếu không, nó khôi phục lại từ đầu.',
    { cause },
  );

/** Everything is there, in the tables of the build that wrote the backup. */
export const notBroughtUp = (cause: unknown) =>
  new RestoreRefused(
    `Đã khôi phục đủ dữ liệu, nhưng chưa đưa lên phiên bản này được. ${inWords(cause)} Xong việc ấy thì chạy npm run migrate, không khôi phục lại.`,
    { cause },
  );
