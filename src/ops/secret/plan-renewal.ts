import type { EntityManager } from 'typeorm';
import type { InstallationKeys } from '../../platform/installation/installation-keys.ts';

interface Sealed {
  id: string;
  name: string;
  sealed: string;
}

/** What a renewal of the secret finds in the database. */
export interface RenewalPlan {
  /** Links that were sent out. */
  links: number;
  /** Dispatches whose recipients have not all acknowledged. */
  owing: { reference: string; abstract: string; recipients: number }[];
  /** Second factors and webhook secrets: with the former secret they are sealed anew, without they are lost. */
  secondFactors: Sealed[];
  webhooks: Sealed[];
}

export async function planRenewal(manager: EntityManager): Promise<RenewalPlan> {
  const [{ links }] = await manager.query<[{ links: number }]>(
    'SELECT count(*)::integer AS links FROM recipients',
  );
  const owing = await manager.query<RenewalPlan['owing']>(
    `SELECT number || '/' || symbol AS reference, abstract, count(*)::integer AS recipients
     FROM standings standing JOIN dispatches dispatch ON dispatch.id = standing.dispatch_id
     WHERE standing.state NOT IN ('acknowledged', 'refused', 'withdrawn')
     GROUP BY dispatch.id ORDER BY dispatch.issued_on DESC, dispatch.number DESC`,
  );
  const secondFactors = await manager.query<Sealed[]>(
    `SELECT account_id AS id, username AS name, sealed_secret AS sealed
     FROM totp_secrets JOIN accounts ON accounts.id = account_id ORDER BY username`,
  );
  const webhooks = await manager.query<Sealed[]>(
    `SELECT id, code || ' ' || name AS name, webhook_secret AS sealed
     FROM agencies WHERE webhook_secret IS NOT NULL ORDER BY code`,
  );
  return { links, owing, secondFactors, webhooks };
}

const MOST_NAMED = 200;

const named = (names: string[]) =>
  names
    .slice(0, MOST_NAMED)
    .map((name) => `    ${name}`)
    .join('\n') + (names.length > MOST_NAMED ? `\n    … và ${names.length - MOST_NAMED} nữa` : '');

/** What the renewal keeps, what it ends and what is to be done then, in words. */
export function planInWords(
  { links, owing, secondFactors, webhooks }: RenewalPlan,
  former: InstallationKeys | undefined,
  endsLinks: boolean,
): string {
  const lines = [
    endsLinks
      ? `Mọi đường dẫn đã gửi (${links}) hết hiệu lực ngay.`
      : `Đường dẫn đã gửi (${links}) vẫn mở được; thư gửi sau mang đường dẫn mới, cả hai cùng dùng được. Khóa cũ bị lộ thì thêm --end-links.`,
  ];
  if (endsLinks && owing.length > 0) {
    lines.push(
      'Còn nơi nhận chưa xác nhận: gửi lại từ trang Theo dõi của từng văn bản (thư nhắc tự động cũng mang đường dẫn mới):',
      named(owing.map((each) => `${each.reference} ${each.abstract}: ${each.recipients} nơi nhận`)),
    );
  }
  if (former) {
    lines.push(
      `Xác thực hai lớp (${secondFactors.length}) và khóa webhook (${webhooks.length}) được mã hóa lại, người dùng không phải làm gì. Mã QR đã in vẫn tra được.`,
    );
    return lines.join('\n');
  }
  lines.push(
    'Không có FORMER_INSTALLATION_SECRET nên những thứ sau mất hẳn (có khóa cũ thì đặt vào đó, không mất gì):',
    '  Mã QR in trên văn bản đã ký không tra được nữa; tệp vẫn kiểm tra được ở /verify.',
    '  Thư báo không gửi được của thư đã gửi trong 30 ngày qua không được ghi nhận.',
  );
  if (secondFactors.length > 0) {
    lines.push(
      '  Ứng dụng xác thực của những người sau; họ đăng nhập bằng mã dự phòng, hoặc quản trị viên chạy npm run reset-sign-in -- TÊN:',
      named(secondFactors.map(({ name }) => name)),
    );
  }
  if (webhooks.length > 0) {
    lines.push(
      '  Khóa webhook của những cơ quan sau; văn thư tạo khóa mới ở Danh bạ, mục Kênh gửi, và báo cho họ:',
      named(webhooks.map(({ name }) => name)),
    );
  }
  return lines.join('\n');
}
