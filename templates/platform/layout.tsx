import type { Notice } from '../../src/platform/web/notice.ts';
import type { ComponentChildren } from 'preact';

export type MenuKey =
  | 'inbox'
  | 'colleagues'
  | 'desk'
  | 'dispatches'
  | 'signing'
  | 'board'
  | 'calls'
  | 'register'
  | 'directory'
  | 'mandates'
  | 'calendar'
  | 'reminders'
  | 'page-check'
  | 'office'
  | 'people';

export interface LayoutProps {
  title: string;
  /** Absent on pages for people without an account. */
  account?: {
    fullName: string;
    post: string;
    roles: string[];
    office: { name: string };
    notices?: Notice[];
  };
  /** The page's entry in the menu. */
  current?: MenuKey;
  /** Scripts of this page alone; it works without them as far as it can. */
  scripts?: string[];
  /** Seconds after which a browser without JavaScript asks again: for work that goes on. */
  refresh?: number;
  asset: (name: string) => string;
}

const MENU: { key: MenuKey; href: string; label: string; role?: string }[] = [
  { key: 'inbox', href: '/inbox', label: 'Văn bản đến', role: 'recipient' },
  { key: 'colleagues', href: '/inbox/people', label: 'Người của cơ quan', role: 'recipient' },
  { key: 'desk', href: '/desk', label: 'Bàn văn thư', role: 'clerk' },
  { key: 'dispatches', href: '/dispatches', label: 'Văn bản đi' },
  { key: 'signing', href: '/signing', label: 'Chờ tôi ký', role: 'signer' },
  { key: 'board', href: '/board', label: 'Bảng theo dõi' },
  { key: 'calls', href: '/calls', label: 'Gọi điện', role: 'clerk' },
  { key: 'register', href: '/register', label: 'Sổ văn bản đi' },
  { key: 'directory', href: '/directory', label: 'Danh bạ' },
  { key: 'mandates', href: '/mandates', label: 'Thẩm quyền ký' },
  { key: 'calendar', href: '/calendar', label: 'Lịch' },
  { key: 'reminders', href: '/reminders', label: 'Nhắc' },
  { key: 'page-check', href: '/page-check', label: 'Kiểm tra thể thức' },
  { key: 'office', href: '/office', label: 'Cơ quan', role: 'administrator' },
  { key: 'people', href: '/people', label: 'Người của cơ quan', role: 'administrator' },
];

/** People of agencies are guests: nothing of the office is theirs. */
const isGuest = ({ roles }: { roles: string[] }) => roles.includes('recipient');

export function Layout({
  title,
  account,
  current,
  scripts = [],
  refresh,
  asset,
  children,
}: LayoutProps & { children?: ComponentChildren }) {
  return (
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="same-origin" />
        <title>{`${title} · Nơi Nhận`}</title>
        <link rel="stylesheet" href={asset('style.css')} />
        {account && <script src={asset('htmx.js')} defer />}
        {scripts.map((name) => (
          <script key={name} src={asset(name)} defer />
        ))}
        {refresh && (
          <noscript>
            <meta http-equiv="refresh" content={String(refresh)} />
          </noscript>
        )}
        <link rel="icon" href="data:," />
      </head>
      <body>
        <a class="skip" href="#content">
          Tới nội dung
        </a>
        <header class="top">
          <a class="brand" href="/">
            Nơi Nhận
          </a>
          {account && (
            <>
              <nav aria-label="Chính">
                {MENU.filter(({ role }) =>
                  role ? account.roles.includes(role) : !isGuest(account),
                ).map((item) => (
                  <a
                    key={item.key}
                    href={item.href}
                    aria-current={item.key === current ? 'page' : undefined}
                  >
                    {item.label}
                  </a>
                ))}
              </nav>
              <form class="who" method="post" action="/session/end">
                <a href="/account">
                  {account.fullName}
                  <small>
                    {account.post}
                    {!isGuest(account) && `, ${account.office.name}`}
                  </small>
                </a>
                <button class="quiet">Đăng xuất</button>
              </form>
            </>
          )}
        </header>
        {account?.notices && account.notices.length > 0 && (
          <aside class="notices" aria-label="Nhắc việc">
            {account.notices.map(({ within, message }) => (
              <p key={message} class={within <= 7 ? 'now' : undefined}>
                {message}
              </p>
            ))}
          </aside>
        )}
        <main id="content">{children}</main>
        <footer class="foot">
          <a href="/verify">Kiểm tra văn bản là thật hay giả</a>
        </footer>
      </body>
    </html>
  );
}
