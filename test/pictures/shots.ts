import type { Page } from 'playwright-core';
import type { BusyOffice } from './busy-office.ts';

export interface Shot {
  /** File name of the picture. */
  name: string;
  /** Who is signed in. */
  by?: string;
  path: string;
  /** Taken on a phone, too. */
  phone?: boolean;
  /** What is done on the page before. */
  first?: (page: Page) => Promise<void>;
  /** Where the picture begins, if not at the top. */
  from?: string;
  /** How high the picture is at most. */
  height?: { wide?: number; phone?: number };
}

/** With the page of the dispatch beside it. */
const DESK = { wide: 800, phone: 740 };

/** Every page of the user guide. */
export function shots({ things, recipient }: BusyOffice): Shot[] {
  const of = (id: string) => `/dispatches/${id}`;
  const guest = recipient.username;
  return [
    { name: 'dang-nhap', path: '/signin' },
    {
      name: 'soan-van-ban',
      by: 'chuyenvien',
      path: `${of(things.draft)}/edit`,
      phone: true,
      height: DESK,
    },
    {
      name: 'soan-noi-dung',
      by: 'chuyenvien',
      path: `${of(things.draft)}/edit`,
      first: async (page) => {
        await page.locator('label[for="body"]').scrollIntoViewIfNeeded();
        await page.getByRole('toolbar').waitFor();
      },
      from: 'label[for="body"]',
      height: { wide: 450 },
    },
    { name: 'du-thao', by: 'chuyenvien', path: of(things.draft), height: DESK },
    { name: 'bi-tra-lai', by: 'chuyenvien', path: of(things.returned), height: DESK },
    { name: 'tu-tep-word', by: 'chuyenvien', path: '/dispatches/import' },
    { name: 'mau', by: 'chuyenvien', path: '/templates' },
    { name: 'cac-lan-luu', by: 'chuyenvien', path: `${of(things.returned)}/versions` },
    { name: 'van-ban-di', by: 'chuyenvien', path: '/dispatches' },
    { name: 'tim-kiem', by: 'chuyenvien', path: '/dispatches?q=mao+danh+can+bo' },

    {
      name: 'cho-toi-ky',
      by: 'phogiamdoc',
      path: '/signing?all=1',
      phone: true,
      height: { phone: 740 },
    },
    { name: 'doc-va-ky', by: 'phogiamdoc', path: of(things.waiting), phone: true, height: DESK },
    {
      name: 'xac-nhan-ky',
      by: 'phogiamdoc',
      path: '/signing?all=1',
      first: async (page) => {
        await page.getByRole('button', { name: 'Xem lại các văn bản đã chọn' }).click();
        await page.waitForURL(/confirmation/);
      },
    },

    { name: 'ban-van-thu', by: 'vanthu', path: '/desk', phone: true, height: { wide: 1500 } },
    { name: 'theo-doi', by: 'vanthu', path: `${of(things.seed)}/progress`, phone: true },
    {
      name: 'theo-doi-danh-sach',
      by: 'vanthu',
      path: `${of(things.seed)}/progress?state=failed`,
      from: '#recipients',
    },
    { name: 'tra-lai', by: 'vanthu', path: `/recipients/${things.refusing}` },
    { name: 'thu-hoi', by: 'vanthu', path: `${of(things.recalled)}/recall` },
    { name: 'so-van-ban-di', by: 'vanthu', path: '/register' },
    { name: 'danh-ba', by: 'vanthu', path: '/directory', phone: true },
    { name: 'co-quan', by: 'vanthu', path: `/directory/agencies/${things.agency}` },
    { name: 'kenh-gui', by: 'vanthu', path: `/directory/agencies/${things.agency}/channels` },
    {
      name: 'tai-khoan-co-quan',
      by: 'vanthu',
      path: `/directory/agencies/${things.agency}/people`,
    },
    { name: 'goi-dien', by: 'vanthu', path: '/calls' },
    { name: 'tham-quyen-ky', by: 'vanthu', path: '/mandates' },
    { name: 'them-tham-quyen', by: 'vanthu', path: '/mandates/new' },
    { name: 'lich', by: 'vanthu', path: '/calendar' },
    { name: 'nhac', by: 'vanthu', path: '/reminders' },
    { name: 'nhat-ky', by: 'vanthu', path: `${of(things.seed)}/journal` },
    { name: 'thay-doi-danh-ba', by: 'vanthu', path: '/directory/changes' },
    { name: 'nhom', by: 'vanthu', path: '/directory/groups/new' },

    { name: 'bang-theo-doi', by: 'lanhdao', path: '/board', phone: true, height: { wide: 1900 } },
    { name: 'bao-cao', by: 'lanhdao', path: `${of(things.late)}/progress`, height: { wide: 1900 } },

    { name: 'duong-dan', path: things.link, phone: true },
    { name: 'tra-loi', path: things.owed, phone: true },
    { name: 'van-ban-den', by: guest, path: '/inbox', phone: true },
    { name: 'nguoi-cua-co-quan', by: guest, path: '/inbox/people' },
    { name: 'kiem-tra', path: '/verify' },
    { name: 'kiem-tra-ma', path: `/verify/${things.code}`, phone: true },

    { name: 'tai-khoan', by: 'vanthu', path: '/account' },
    { name: 'ma-hai-buoc', by: 'vanthu', path: '/account/totp' },
    { name: 'khoa-api', by: 'vanthu', path: '/account/keys/new' },
  ];
}
