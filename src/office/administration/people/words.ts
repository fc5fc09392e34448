import { OFFICE_ROLES, type OfficeRole, type Role } from '../../accounts/account.entity.ts';

/** In the order in which forms ask for them. */
export const ROLE_CHOICES: readonly OfficeRole[] = OFFICE_ROLES;

export const ROLE_NAMES: Record<Role, string> = {
  drafter: 'Soạn thảo',
  signer: 'Ký văn bản',
  clerk: 'Văn thư',
  leader: 'Lãnh đạo',
  administrator: 'Quản trị',
  recipient: 'Người của nơi nhận',
};

export const ROLE_HINTS: Partial<Record<Role, string>> = {
  drafter: 'soạn và trình ký',
  signer: 'ký theo thẩm quyền ghi ở Thẩm quyền ký',
  clerk: 'lấy số, phát hành, giữ danh bạ và sổ',
  leader: 'xem nhật ký, xác nhận thay, lấy hồ sơ',
  administrator: 'mở, đổi, đóng tài khoản người của cơ quan',
};

export const rolesInWords = (roles: readonly Role[]): string =>
  roles.map((role) => ROLE_NAMES[role]).join(', ');
