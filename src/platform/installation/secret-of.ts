import { RefusedToStart } from '../process/refused-to-start.ts';

const LEAST = 32;

/** The installation's secret by its name of today or its former one. */
export function secretOf(
  named: { INSTALLATION_SECRET?: string | undefined; LINK_SECRET?: string | undefined },
  notices: string[],
): string {
  const { INSTALLATION_SECRET: secret, LINK_SECRET: former } = named;
  if (secret !== undefined && former !== undefined && secret !== former) {
    throw new RefusedToStart(
      'INSTALLATION_SECRET và LINK_SECRET (tên cũ) khác nhau. Giữ đúng khóa bí mật của cơ sở dữ liệu này trong INSTALLATION_SECRET và bỏ LINK_SECRET.',
    );
  }
  if (former !== undefined) {
    notices.push(
      'LINK_SECRET là tên cũ, vẫn dùng được: đổi tên biến thành INSTALLATION_SECRET, giữ nguyên giá trị.',
    );
  }
  const found = secret ?? former;
  if (found === undefined) {
    throw new RefusedToStart(
      'Chưa đặt INSTALLATION_SECRET: khóa bí mật của hệ thống, 32 ký tự ngẫu nhiên trở lên, như nhau trên mọi máy. Cài mới thì tạo bằng lệnh: openssl rand -base64 32',
    );
  }
  return found;
}

/** The secret that a renewal is to bring, by its own name only. */
export function newSecretIn(env: NodeJS.ProcessEnv): string {
  const secret = env.INSTALLATION_SECRET?.trim();
  if (secret && secret.length >= LEAST) return secret;
  throw new RefusedToStart(
    `Đặt khóa bí mật mới, ${LEAST} ký tự trở lên, vào INSTALLATION_SECRET (openssl rand -base64 32), và khóa đang dùng, nếu còn, vào FORMER_INSTALLATION_SECRET.`,
  );
}
