import { z } from 'zod';
import { line } from '../../platform/web/schema.ts';
import { ROLES } from './account.entity.ts';
import { SIGN_IN_METHODS } from './session.entity.ts';

const EMPTY = 'Không được để trống.';
const secret = z.string({ error: EMPTY }).min(1, EMPTY).max(200);

/** Of an account that is opened: what can be dictated, and looks like no other. */
export const Username = z
  .string({ error: EMPTY })
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9._-]{3,40}$/, 'Dùng 3 đến 40 chữ không dấu, chữ số, dấu chấm hoặc gạch.');

export const SignIn = z
  .object({
    username: line(100).meta({ description: 'Tên đăng nhập', example: 'vanthu' }),
    password: secret,
    code: line(40)
      .optional()
      .meta({ description: 'Mã xác thực hai lớp hoặc mã dự phòng, nếu tài khoản đang bật' }),
  })
  .meta({ id: 'SignIn' });

export const Code = z.object({ code: line(40) });

export const NewPassword = z.object({
  next: z.string({ error: EMPTY }).min(10, 'Ít nhất 10 ký tự.').max(200, 'Dài quá 200 ký tự.'),
});
export const ChangePassword = NewPassword.extend({ password: secret });
export type ChangePassword = z.infer<typeof ChangePassword>;

export const AccountView = z
  .object({
    username: z.string(),
    fullName: z.string(),
    post: z.string(),
    roles: z.array(z.enum(ROLES)),
    office: z.object({ code: z.string(), name: z.string() }),
  })
  .meta({ id: 'Account' });

const moment = z
  .date()
  .transform((at) => at.toISOString())
  .pipe(z.iso.datetime());

export const SessionView = z
  .object({
    id: z.uuid(),
    how: z.enum(SIGN_IN_METHODS),
    startedAt: moment,
    seenAt: moment,
    expiresAt: moment,
    device: z.string(),
    address: z.string(),
  })
  .meta({ id: 'Session' });
