import { z } from 'zod';
import { readJsonFile } from '../../../platform/config/json-file.ts';
import { RefusedToStart } from '../../../platform/process/refused-to-start.ts';
import { Email } from '../../../platform/text/mail-address.ts';
import { InvalidInput } from '../../../platform/web/invalid-input.ts';
import { line, optional, parse } from '../../../platform/web/schema.ts';
import { OFFICE_ROLES, type OfficeRole } from '../account.entity.ts';

const MOST_RULES = 200;

const Rule = z.strictObject({
  office: line(40).meta({ description: 'Mã cơ quan' }),
  claim: line(200).meta({ description: 'groups, roles, realm_access.roles …' }),
  value: line(200),
  /** Whoever is to be an administrator is one by a rule that says so, never along with another. */
  roles: z
    .array(z.enum(OFFICE_ROLES))
    .min(1, 'Ghi ít nhất một vai trò.')
    .max(OFFICE_ROLES.length, 'Mỗi vai trò chỉ ghi một lần.'),
  emailDomain: optional(line(253)),
  /** For a provider that does not say `email_verified` at all; what it says counts all the same. */
  trustEmail: z.boolean().default(false),
  unitClaim: optional(line(200)).meta({ description: 'Claim ghi ký hiệu hoặc tên đơn vị' }),
});
type Rule = z.infer<typeof Rule>;

/** OIDC_RULES_FILE: who is opened an account at the first sign-in. */
export const OpenidRules = z.array(Rule).max(MOST_RULES, `Nhiều quá ${MOST_RULES} quy tắc.`);
export type OpenidRules = z.infer<typeof OpenidRules>;

export type Claims = Record<string, unknown>;

/** What the rules make of somebody. */
export interface Fitting {
  /** Its code. */
  office: string;
  roles: OfficeRole[];
  /** Where they belong, as the directory calls it. */
  unit: string | undefined;
}

export async function readOpenidRules(file: string): Promise<OpenidRules> {
  try {
    return parse(OpenidRules, await readJsonFile(file, 'OIDC_RULES_FILE'));
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    const faults = error.errors.map(({ path, message }) => `${path}: ${message}`);
    throw new RefusedToStart(`OIDC_RULES_FILE ${file}: ${faults.join(' ')}`);
  }
}

/** Somebody for whom no account is opened. Why is said to whoever runs this, never to them. */
export class NotOpened extends Error {}

/** The roles of all rules that fit, together; nobody is opened an account whom none fits, or those of two offices. */
export function fittingRules(rules: OpenidRules, claims: Claims): Fitting {
  const fitting = rules.filter((rule) => fits(rule, claims));
  const offices = new Set(fitting.map(({ office }) => office));
  if (offices.size === 0) throw new NotOpened('no rule fits');
  if (offices.size > 1) throw new NotOpened(`rules of ${[...offices].join(', ')} fit`);
  const unitClaim = fitting.find((rule) => rule.unitClaim)?.unitClaim;
  const [unit] = unitClaim ? valuesOf(claims, unitClaim) : [];
  return {
    office: fitting[0]!.office,
    roles: OFFICE_ROLES.filter((role) => fitting.some(({ roles }) => roles.includes(role))),
    unit,
  };
}

function fits({ claim, value, emailDomain, trustEmail }: Rule, claims: Claims): boolean {
  if (!valuesOf(claims, claim).includes(value)) return false;
  if (!emailDomain) return true;
  const isVerified = claims['email_verified'] ?? trustEmail;
  if (isVerified !== true && isVerified !== 'true') return false;
  const email = Email.safeParse(claims['email']).data?.toLowerCase();
  return email?.endsWith(`@${emailDomain.toLowerCase()}`) ?? false;
}

/** A claim of that name, or inside another as Keycloak writes roles; one text or a list of them. */
function valuesOf(claims: Claims, name: string): string[] {
  const inside = (value: unknown, key: string) =>
    typeof value === 'object' && value !== null ? (value as Claims)[key] : undefined;
  const value = claims[name] ?? name.split('.').reduce<unknown>(inside, claims);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === 'string');
}
