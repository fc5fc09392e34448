import { z } from 'zod';
import { OFFICE_ROLES, type OfficeRole } from '../office/accounts/account.entity.ts';
import { Username } from '../office/accounts/account.schemas.ts';
import { HEAD_FIELDS, Symbol } from '../office/accounts/head.schemas.ts';
import { CAPACITIES } from '../office/accounts/mandate.entity.ts';
import { TYPE_CODES } from '../engines/page/document-types.ts';
import { faultsOfKinds } from '../office/directory/kinds/kind-rules.ts';
import { KindCode, MOST_KINDS } from '../office/directory/kinds/kinds.schemas.ts';
import { faultsOf } from '../office/mandates/delegation.ts';
import { Email } from '../platform/text/mail-address.ts';
import { closedObject } from '../platform/web/closed-object.ts';
import { code } from '../platform/text/letters.ts';
import { line } from '../platform/web/schema.ts';

const day = z.iso.date();

const Mandate = closedObject({
  capacity: z.enum(CAPACITIES).nullable().default(null),
  onBehalfOf: line(100).nullable().default(null),
  post: line(100),
  documentTypes: z.array(z.enum(TYPE_CODES)).max(30, 'Nhiều quá 30 loại.').default([]),
  units: z.array(line(30)).max(30, 'Nhiều quá 30 đơn vị.').default([]),
  basis: line(300).nullable().default(null),
  validFrom: day,
  validTo: day.nullable().default(null),
}).superRefine((mandate, context) => {
  for (const { path, message } of faultsOf(mandate)) {
    context.addIssue({ code: 'custom', path: [path], message });
  }
});

const Contact = closedObject({ name: line(200), email: Email });

/** Names twice, and an office in which nobody could issue. */
function faultsOfPeople(people: { username: string; roles: OfficeRole[] }[]) {
  const names = people.map(({ username }) => username);
  const twice = names.flatMap((username, index) =>
    names.indexOf(username) === index
      ? []
      : [{ path: [index, 'username'], message: `“${username}” ghi hai lần. Bỏ một.` }],
  );
  const message = 'Cơ quan chưa có văn thư: ghi vai trò clerk cho ít nhất một người.';
  const hasClerk = people.some(({ roles }) => roles.includes('clerk'));
  return [...twice, ...(hasClerk ? [] : [{ path: [], message }])];
}

/** A new office as README.md describes it: letterhead, people, who may sign, groups. */
export const OfficeFile = closedObject({
  office: closedObject({
    code: code(20),
    ...HEAD_FIELDS,
    /** The code, when absent. */
    symbol: Symbol.optional(),
  }),
  people: z
    .array(
      closedObject({
        username: Username,
        fullName: line(100),
        post: line(100),
        email: Email.nullable().default(null),
        roles: z
          .array(z.enum(OFFICE_ROLES))
          .min(1)
          .max(OFFICE_ROLES.length, 'Mỗi vai trò ghi một lần.')
          .optional(),
        /** One alone, as files from before have it. */
        role: z.enum(OFFICE_ROLES).optional(),
        /** Made up and printed once when absent. */
        password: z.string().min(10).max(200).optional(),
        mandates: z.array(Mandate).max(30, 'Nhiều quá 30 thẩm quyền.').default([]),
      })
        .refine(({ role, roles }) => (role === undefined) !== (roles === undefined), {
          path: ['roles'],
          error: `Ghi roles: một hay nhiều trong ${OFFICE_ROLES.join(', ')}.`,
        })
        .transform(({ role, roles = [role!], ...person }) => ({
          ...person,
          roles: OFFICE_ROLES.filter((one) => roles.includes(one)),
        })),
    )
    .min(1)
    .max(500, 'Nhiều quá 500 người: mở thêm tài khoản sau khi cơ quan đã có.')
    .superRefine((people, context) => {
      for (const { path, message } of faultsOfPeople(people)) {
        context.addIssue({ code: 'custom', path, message });
      }
    }),
  /** Where reminders about others go: `clerk`, `head`. */
  contacts: closedObject({ clerk: Contact.optional(), head: Contact.optional() }).default({}),
  /** In their order; what an office usually has when absent. */
  kinds: z
    .array(
      closedObject({
        code: code(30),
        name: line(50),
        validFrom: day.nullable().default(null),
        validTo: day.nullable().default(null),
      }),
    )
    .min(1)
    .max(MOST_KINDS, `Nhiều quá ${MOST_KINDS} loại.`)
    .superRefine((kinds, context) => {
      for (const { path, message } of faultsOfKinds(kinds)) {
        context.addIssue({ code: 'custom', path, message });
      }
    })
    .optional(),
  groups: z
    .record(line(200), z.array(KindCode).max(MOST_KINDS, `Nhiều quá ${MOST_KINDS} loại.`))
    .refine((groups) => Object.keys(groups).length <= 200, 'Nhiều quá 200 nhóm.')
    .default({}),
});
export type OfficeFile = z.infer<typeof OfficeFile>;
