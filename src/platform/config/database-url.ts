import { RefusedToStart } from '../process/refused-to-start.ts';

const FORM =
  'DATABASE_URL phải có dạng postgresql://TÀI_KHOẢN:MẬT_KHẨU@MÁY:5432/TÊN; ký tự đặc biệt trong mật khẩu viết theo phần trăm: @ là %40, : là %3A, / là %2F, # là %23, % là %25.';

/**
 * A bare `/`, `?` or `#` in a password ends the part with the host: what is left of the password then stands
 * behind it, with its @.
 */
export function isWholeAddress(url: string): boolean {
  const { pathname, search, hash } = new URL(url);
  return hash === '' && !`${pathname}${search}`.includes('@');
}

/** Whether it names a database: a password with a bare `/` or `#` would end the address early. */
export function isDatabaseUrl(url: string): boolean {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) return false;
  const { pathname, searchParams } = new URL(url);
  return (pathname.length > 1 || searchParams.has('dbname')) && isWholeAddress(url);
}

/** For commands that need the database and nothing else. */
export function databaseUrlIn(env: NodeJS.ProcessEnv): string {
  const url = env.DATABASE_URL?.trim();
  if (!url) throw new RefusedToStart(`Chưa đặt DATABASE_URL. ${FORM}`);
  if (!isDatabaseUrl(url)) throw new RefusedToStart(FORM);
  return url;
}
