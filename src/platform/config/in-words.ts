import { InvalidInput } from '../web/invalid-input.ts';
import { RefusedToStart } from '../process/refused-to-start.ts';

const MIGRATE =
  'Cơ sở dữ liệu chưa có đủ bảng, cột của phiên bản này. Chạy npm run migrate rồi làm lại.';
const PERCENT =
  'Trong địa chỉ, ký tự đặc biệt của mật khẩu viết theo phần trăm: @ là %40, : là %3A, / là %2F, # là %23, % là %25.';
const CERTIFICATE =
  'Chứng chỉ TLS của máy chủ không do nơi cấp nào mà máy này tin. Nơi cấp riêng của cơ quan: đặt NODE_EXTRA_CA_CERTS trỏ tới tệp PEM của nơi cấp trước khi khởi động.';

/** By code: of PostgreSQL (SQLSTATE), of Node and of TLS. */
const SENTENCES: Record<string, (error: Coded) => string> = {
  '28P01': () => `PostgreSQL không nhận tài khoản hoặc mật khẩu trong DATABASE_URL. ${PERCENT}`,
  '28000': ({ message }) =>
    `PostgreSQL không cho tài khoản trong DATABASE_URL vào từ máy này: ${message}. Xem pg_hba.conf.`,
  '3D000': ({ message }) =>
    `Không có cơ sở dữ liệu mà DATABASE_URL nêu (${message}). Tạo trước: createdb --template=template0 --encoding=UTF8 --owner=TÀI_KHOẢN TÊN`,
  '42501': ({ message }) =>
    `Tài khoản trong DATABASE_URL thiếu quyền (${message}). Cơ sở dữ liệu và mọi thứ trong đó phải thuộc về tài khoản ấy: ALTER DATABASE … OWNER TO …; khôi phục bản sao lưu bằng pg_restore --no-owner.`,
  '23505': ({ detail = '' }) => {
    const [, column, value] = /\((.+?)\)=\((.+?)\)/.exec(detail) ?? [];
    return `Đã có “${value}” (${column}) trong cơ sở dữ liệu này. Không ghi gì; đổi tên khác hoặc dùng cơ sở dữ liệu khác.`;
  },
  '42P01': () => MIGRATE,
  '42703': () => MIGRATE,
  '53300': () =>
    'PostgreSQL hết chỗ nối (max_connections). Dừng bớt tiến trình hoặc tăng giới hạn.',
  '53100': () => 'Đĩa của PostgreSQL đã đầy. Thêm chỗ rồi làm lại.',
  '57P03': () => 'PostgreSQL đang khởi động hoặc đang dừng. Chờ giây lát rồi làm lại.',
  '22P05': () =>
    'Cơ sở dữ liệu không phải UTF-8 nên không giữ được chữ Việt. Tạo lại bằng --encoding=UTF8.',
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  ENOTFOUND: ({ hostname }) => `Không có máy nào tên ${hostname}. Kiểm tra địa chỉ. ${PERCENT}`,
  EAI_AGAIN: ({ hostname }) => `Chưa hỏi được địa chỉ của máy ${hostname} (DNS). Làm lại sau.`,
  ENOENT: ({ path, syscall }) =>
    syscall === 'connect'
      ? `Không có PostgreSQL ở ổ cắm ${path}. Khởi động PostgreSQL hoặc sửa DATABASE_URL.`
      : `Không có tệp hoặc thư mục ${path}. Kiểm tra đường dẫn.`,
  EACCES: ({ path, port }) =>
    path
      ? `Không có quyền với tệp ${path}. Tài khoản chạy chương trình phải đọc (ghi) được tệp ấy.`
      : `Không có quyền mở cổng ${port}. Chọn PORT từ 1024 trở lên, đặt nginx ở trước.`,
  EPERM: ({ path }) =>
    `Không được phép với tệp ${path}. Tài khoản chạy chương trình phải là chủ của tệp ấy.`,
  EISDIR: ({ path }) => `${path ?? 'Đường dẫn'} là thư mục, cần một tệp.`,
  ENOTDIR: ({ path }) => `${path} nằm dưới một tệp, không phải thư mục. Kiểm tra đường dẫn.`,
  ENOSPC: () => 'Đĩa đã đầy. Thêm chỗ rồi làm lại.',
  EADDRINUSE: ({ port }) =>
    `Cổng ${port} đang có chương trình khác dùng. Dừng chương trình ấy hoặc đặt PORT, METRICS_PORT khác.`,
  EADDRNOTAVAIL: ({ address }) => `Máy này không có địa chỉ ${address} để lắng nghe. Sửa HOST.`,
  SELF_SIGNED_CERT_IN_CHAIN: () => CERTIFICATE,
  DEPTH_ZERO_SELF_SIGNED_CERT: () => CERTIFICATE,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: () => CERTIFICATE,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: () => CERTIFICATE,
  ERR_PARSE_ARGS_UNKNOWN_OPTION: (error) => `Không có tham số ${namedIn(error)}.`,
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: (error) =>
    error.message.includes('does not take')
      ? `Tham số ${namedIn(error)} không nhận giá trị.`
      : `Tham số ${namedIn(error)} thiếu giá trị.`,
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: (error) => `Thừa “${namedIn(error)}” trong lệnh.`,
  ERR_TLS_CERT_ALTNAME_INVALID: ({ message }) =>
    `Chứng chỉ TLS của máy chủ mang tên khác với tên trong địa chỉ. ${message}`,
};

interface Coded extends Error {
  code?: string;
  path?: string;
  hostname?: string;
  address?: string;
  port?: number;
  syscall?: string;
  /** PostgreSQL's: the values in question. */
  detail?: string;
}

/** Of Node's `parseArgs`, which quotes it: `Unknown option '--x'`. */
const namedIn = ({ message }: Error): string => /'(?:-\w, )?([^' ]+)/.exec(message)?.[1] ?? '';

function unreachable({ address, port, code }: Coded): string {
  return `Không kết nối được tới ${address ?? 'máy chủ'}${port ? `:${port}` : ''} (${code}). Máy chủ ấy có chạy, và địa chỉ có đúng không?`;
}

/** What an operator is told of an error: what is wrong and what to do, in a sentence or a line for each fault. */
export function inWords(error: unknown): string {
  if (error instanceof RefusedToStart) return error.message;
  if (error instanceof InvalidInput) {
    return error.errors.map(({ path, message }) => `${path || 'tệp'}: ${message}`).join('\n');
  }
  if (error instanceof AggregateError && error.errors.length > 0) return inWords(error.errors[0]);
  const { driverError } = error as { driverError?: Error };
  const coded = (driverError ?? error) as Coded;
  const sentence = SENTENCES[coded?.code ?? '']?.(coded);
  return sentence ?? (coded?.message || coded?.code || String(error));
}
