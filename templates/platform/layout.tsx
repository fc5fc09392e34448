import type { Notice } from '../../src/platform/web/notice.ts';
import type { ComponentChildren } from 'preact';
import { isGuest, Menu, type MenuKey } from './menu.tsx';

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
              <Menu roles={account.roles} current={current} />
              <form class="who" method="post" action="/session/end">
                <a href="/account">
                  {account.fullName}
                  <small>
                    {account.post}
                    {!isGuest(account.roles) && `, ${account.office.name}`}
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
