import { z } from 'zod';
import { Username } from '../../office/accounts/account.schemas.ts';
import { HEAD_FIELDS, Symbol } from '../../office/accounts/head.schemas.ts';
import { code } from '../../platform/text/letters.ts';
import { isBlank, line } from '../../platform/web/schema.ts';
import { OfficeFile } from '../office-file.ts';

/** An office with whoever looks after it: the rest of its people come in by them. */
export const NewOffice = z
  .object({
    code: code(20),
    ...HEAD_FIELDS,
    symbol: z.preprocess((value) => (isBlank(value) ? undefined : value), Symbol.optional()),
    administratorUsername: Username,
    administratorName: line(100),
    administratorPost: line(100),
    clerkUsername: Username,
    clerkName: line(100),
    clerkPost: line(100),
  })
  .superRefine((office, context) => {
    if (office.administratorUsername !== office.clerkUsername) return;
    const message = 'Trùng tên đăng nhập của quản trị. Mỗi người một tên.';
    context.addIssue({ code: 'custom', path: ['clerkUsername'], message });
  });
export type NewOffice = z.infer<typeof NewOffice>;

/** The same as `npm run office` reads from a file. */
export function fileOf(input: NewOffice): OfficeFile {
  const { administratorUsername, administratorName, administratorPost } = input;
  const { clerkUsername, clerkName, clerkPost, ...office } = input;
  const people = [
    {
      username: administratorUsername,
      fullName: administratorName,
      post: administratorPost,
      roles: ['administrator'],
    },
    { username: clerkUsername, fullName: clerkName, post: clerkPost, roles: ['clerk'] },
  ];
  const {
    code: key,
    name,
    parentBody,
    place,
    contact,
    identifier,
    formerIdentifier,
    symbol,
  } = office;
  const head = { name, parentBody, place, contact, identifier, formerIdentifier, symbol };
  return OfficeFile.parse({ office: { code: key, ...head }, people });
}
