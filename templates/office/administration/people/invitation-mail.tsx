import { vietnamTime } from '../../../../src/platform/time/vietnam-time.ts';

interface Invitation {
  fullName: string;
  username: string;
  officeName: string;
  inviter: string;
  expiresAt: Date;
  link: string;
}

const CLOSE = 'Không phải bạn thì bỏ qua thư này. Thư gửi tự động từ hệ thống phát hành văn bản.';

export const invitationText = (invitation: Invitation): string =>
  [
    `Kính gửi ${invitation.fullName},`,
    ...sentences(invitation),
    `Mở liên kết: ${invitation.link}`,
    CLOSE,
  ].join('\n\n');

export function InvitationMail(invitation: Invitation) {
  return (
    <html lang="vi">
      <body>
        <p>Kính gửi {invitation.fullName},</p>
        {sentences(invitation).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p>
          <a href={invitation.link}>Đặt mật khẩu</a>
        </p>
        <p>{CLOSE}</p>
      </body>
    </html>
  );
}

function sentences({ inviter, officeName, username, expiresAt }: Invitation): string[] {
  return [
    `${inviter} mời bạn dùng hệ thống phát hành văn bản của ${officeName}.`,
    `Tên đăng nhập của bạn: ${username}. Mật khẩu do bạn tự đặt, trước ${vietnamTime(expiresAt)}.`,
  ];
}
