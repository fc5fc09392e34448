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
  | 'people'
  | 'personal-data';

interface Entry {
  key: MenuKey;
  href: string;
  label: string;
  /** Whose it is alone; without one, everybody's of the office. */
  role?: string;
}

/** What people come for every day, in one line of a small screen. */
const DAILY: Entry[] = [
  { key: 'inbox', href: '/inbox', label: 'Văn bản đến', role: 'recipient' },
  { key: 'colleagues', href: '/inbox/people', label: 'Người của cơ quan', role: 'recipient' },
  { key: 'desk', href: '/desk', label: 'Bàn văn thư', role: 'clerk' },
  { key: 'dispatches', href: '/dispatches', label: 'Văn bản đi' },
  { key: 'signing', href: '/signing', label: 'Chờ tôi ký', role: 'signer' },
  { key: 'board', href: '/board', label: 'Bảng theo dõi' },
  { key: 'calls', href: '/calls', label: 'Gọi điện', role: 'clerk' },
  { key: 'register', href: '/register', label: 'Sổ văn bản đi' },
  { key: 'directory', href: '/directory', label: 'Danh bạ' },
];

/** What is set now and then, or looked up: one click further away. */
const NOW_AND_THEN: Entry[] = [
  { key: 'mandates', href: '/mandates', label: 'Thẩm quyền ký' },
  { key: 'calendar', href: '/calendar', label: 'Lịch' },
  { key: 'reminders', href: '/reminders', label: 'Nhắc' },
  { key: 'page-check', href: '/page-check', label: 'Kiểm tra thể thức' },
  { key: 'office', href: '/office', label: 'Cơ quan', role: 'administrator' },
  { key: 'people', href: '/people', label: 'Người của cơ quan', role: 'administrator' },
  { key: 'personal-data', href: '/personal-data', label: 'Dữ liệu cá nhân', role: 'administrator' },
];

/** People of agencies are guests: nothing of the office is theirs. */
export const isGuest = (roles: string[]): boolean => roles.includes('recipient');

export function Menu({ roles, current }: { roles: string[]; current: MenuKey | undefined }) {
  const own = (entries: Entry[]) =>
    entries.filter(({ role }) => (role ? roles.includes(role) : !isGuest(roles)));
  const link = ({ key, href, label }: Entry) => (
    <a key={key} href={href} aria-current={key === current ? 'page' : undefined}>
      {label}
    </a>
  );
  const further = own(NOW_AND_THEN);
  const isFurther = further.some(({ key }) => key === current);
  return (
    <nav aria-label="Chính">
      {own(DAILY).map(link)}
      {further.length > 0 && (
        <details class="more">
          <summary class={isFurther ? 'current' : undefined}>Mục khác</summary>
          <div>{further.map(link)}</div>
        </details>
      )}
    </nav>
  );
}
