import { RefusedToStart } from './refused-to-start.ts';

const FORM =
  'DATABASE_URL phải có dạng postgresql://TÀI_KHOẢN:MẬT_KHẨU@MÁY:5432/TÊN; ký tự đặc biệt trong mật khẩu viết theo phần trăm: @ là %40, : là %3A, / là %2F, # là %23, % là %25.';

/** Whether it names a database: a password with a bare `/` or `#` would end the address early. */
export function isDatabaseUrl(url: string): boolean {
  if (!/^postgres(ql)?:\/\//.test(url) || !URL.canParse(url)) return false;
  const { pathname, hash, searchParams } = new URL(url);
  return (pathname.length > 1 || searchParams.has('dbname')) && hash === '';
}

/** For commands that need the database and nothing else. */
export function databaseUrlIn(env: NodeJS.ProcessEnv): string {
  const url = env.DATABASE_URL?.trim();
  if (!url) throw new RefusedToStart(`Chưa đặt DATABASE_URL. ${FORM}`);
  if (!isDatabaseUrl(url)) throw new RefusedToStart(FORM);
  return url;
}
