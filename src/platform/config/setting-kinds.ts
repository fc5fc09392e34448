import { isIP } from 'node:net';
import { z } from 'zod';
import '../problems/input-words.ts';
import { isDatabaseUrl, isWholeAddress } from './database-url.ts';

const NUMBER = 'Ghi một số lớn hơn 0.';
const PERCENT =
  'Ký tự đặc biệt của tài khoản, mật khẩu viết theo phần trăm: @ là %40, : là %3A, / là %2F, # là %23, % là %25.';

export const positive = z.coerce.number({ error: NUMBER }).positive(NUMBER);
export const secret = z.string().min(32, 'Ngắn quá: cần 32 ký tự ngẫu nhiên trở lên.');
export const port = z.coerce
  .number({ error: 'Ghi số cổng.' })
  .int('Ghi số cổng.')
  .min(0, 'Cổng từ 0 đến 65535.')
  .max(65_535, 'Cổng từ 0 đến 65535.');

/** A list with commas between its items. */
export const words = z
  .string()
  .default('')
  .transform((list) => partsOf(list));

export const pauses = (usual: string) =>
  z
    .string()
    .default(usual)
    .transform((list) => partsOf(list).map(Number))
    .refine((list) => list.length > 0 && list.every((pause) => pause > 0), {
      error: `Ghi số giây, cách nhau bằng dấu phẩy, ví dụ ${usual}.`,
    });

/** An address on the network, with a scheme and a host; a bare `#` or `/` in a password would cut it short. */
export const address = (schemes: readonly string[], example: string) =>
  z.string().refine(
    (url) => {
      if (!URL.canParse(url)) return false;
      const { protocol, hostname } = new URL(url);
      return schemes.includes(protocol.slice(0, -1)) && hostname !== '' && isWholeAddress(url);
    },
    { error: `Ghi dạng ${example}. ${PERCENT}` },
  );

export const databaseAddress = z.string().refine(isDatabaseUrl, {
  error: `Ghi dạng postgresql://TÀI_KHOẢN:MẬT_KHẨU@MÁY:5432/TÊN. ${PERCENT}`,
});

const SCANNER = 'tcp://máy:3310 hoặc unix:/run/clamav/clamd.ctl';
const overNetwork = address(['tcp'], SCANNER);

export const scannerAddress = z
  .string()
  .refine(
    (url) => /^unix:(\/\/)?\/[^/\s][^\s?#]*$/.test(url) || overNetwork.safeParse(url).success,
    {
      error: `Ghi dạng ${SCANNER}.`,
    },
  );

/** Where people find the web process: links go on behind it, so nothing may. */
export const publicAddress = address(['http', 'https'], 'https://vanban.so.example').refine(
  (url) => !URL.canParse(url) || (new URL(url).pathname === '/' && new URL(url).search === ''),
  { error: 'Chỉ ghi tên máy, không có đường dẫn phía sau: chương trình đứng ở gốc của tên miền.' },
);

export const isRange = (range: string): boolean => {
  const [ip, prefix] = range.split('/');
  const bits = isIP(ip!) === 6 ? 128 : 32;
  return isIP(ip!) > 0 && (prefix === undefined || Number(prefix) <= bits);
};

const NAMED_PROXIES = ['loopback', 'linklocal', 'uniquelocal'];

export const proxies = z
  .string()
  .refine((list) => partsOf(list).every((each) => NAMED_PROXIES.includes(each) || isRange(each)), {
    error: `Ghi địa chỉ hoặc dải địa chỉ như 10.1.0.0/16, hoặc ${NAMED_PROXIES.join(', ')}.`,
  });

function partsOf(list: string): string[] {
  return list
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
