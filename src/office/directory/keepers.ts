import type { Account, Role } from '../accounts/account.entity.ts';

/** Who draws the office's picture of the country: kinds, areas, identifiers. */
export const KEEPERS: Role[] = ['clerk', 'administrator'];

export const isKeeper = ({ roles }: Account): boolean =>
  roles.some((role) => KEEPERS.includes(role));
