import { z } from 'zod';
import { OFFICE_ROLES } from '../../accounts/account.entity.ts';
import { Username } from '../../accounts/account.schemas.ts';
import { Email } from '../../../platform/text/mail-address.ts';
import { line, optional, pageNumber } from '../../../platform/web/schema.ts';

/** How somebody gets a password: chooses it by a link in a mail, or is told one. */
export const WAYS_IN = ['invitation', 'password'] as const;
export const WayIn = z.enum(WAYS_IN, { error: 'Chọn cách giao mật khẩu.' });

const Roles = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z
    .array(z.enum(OFFICE_ROLES), { error: 'Chọn ít nhất một vai trò.' })
    .min(1, 'Chọn ít nhất một vai trò.')
    .max(OFFICE_ROLES.length, 'Nhiều quá số vai trò có.')
    .transform((roles) => OFFICE_ROLES.filter((role) => roles.includes(role))),
);

const fields = {
  fullName: line(100),
  post: line(100).meta({ description: 'Chức vụ', example: 'Chuyên viên' }),
  roles: Roles,
  unitId: optional(z.uuid()).meta({ description: 'Đơn vị soạn thảo' }),
  email: optional(Email),
};

const needsAddress = {
  path: ['email'],
  error: 'Ghi địa chỉ thư để gửi thư mời, hoặc chọn giao mật khẩu.',
};

export const OpenPerson = z
  .object({ username: Username, ...fields, way: WayIn })
  .refine(({ way, email }) => way === 'password' || email, needsAddress)
  .meta({ id: 'OpenPerson' });
export type OpenPerson = z.infer<typeof OpenPerson>;

export const ChangePerson = z.object(fields).meta({ id: 'ChangePerson' });
export type ChangePerson = z.infer<typeof ChangePerson>;

export const ResetSignIn = z.object({ way: WayIn }).meta({ id: 'ResetSignIn' });
export type ResetSignIn = z.infer<typeof ResetSignIn>;

const blank = (value: unknown) => (value === '' ? undefined : value);

export const PeopleQuery = z.object({
  q: z
    .preprocess(blank, z.string().trim().max(100).optional().catch(undefined))
    .meta({ description: 'Họ tên, chức vụ hoặc tên đăng nhập' }),
  left: z
    .preprocess((value) => value === '1' || value === true || value === 'true', z.boolean())
    .meta({ description: 'Cả những người đã nghỉ' }),
  page: pageNumber,
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

const stamp = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

export const PersonView = z
  .object({
    id: z.uuid(),
    username: z.string(),
    fullName: z.string(),
    post: z.string(),
    roles: z.array(z.enum(OFFICE_ROLES)),
    unit: z.object({ id: z.uuid(), symbol: z.string(), name: z.string() }).nullable(),
    email: z.string().nullable(),
    closedAt: stamp.nullable(),
    signInEndedAt: stamp
      .nullable()
      .meta({ description: 'Không còn trong danh mục: không đăng nhập được, việc chờ chuyển' }),
  })
  .meta({ id: 'Person' });

export const PeopleView = z
  .object({ items: z.array(PersonView), total: z.int() })
  .meta({ id: 'People' });

export const OpenedView = z
  .object({
    person: PersonView,
    password: z.string().nullable().meta({ description: 'Chỉ trả lời một lần này' }),
  })
  .meta({ id: 'OpenedPerson' });
