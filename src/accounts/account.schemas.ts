import { z } from 'zod';
import { line } from '../web/schema.ts';
import { ROLES } from './account.entity.ts';

export const SignIn = z
  .object({
    username: line(100).meta({ description: 'Tên đăng nhập', example: 'vanthu' }),
    password: z.string({ error: 'Không được để trống.' }).min(1, 'Không được để trống.').max(200),
  })
  .meta({ id: 'SignIn' });

export const AccountView = z
  .object({
    username: z.string(),
    fullName: z.string(),
    post: z.string(),
    role: z.enum(ROLES),
    office: z.object({ code: z.string(), name: z.string() }),
  })
  .meta({ id: 'Account' });
