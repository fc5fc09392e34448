import type { Config } from '../../platform/config/config.ts';
import type { Office } from './office.entity.ts';

/** Number and date come before the signature and stand on the page that is signed. */
export const numbersFirst = ({ numbering }: Office, config: Config): boolean =>
  numbering === null ? config.numbersFirst : numbering === 'before-signature';

export const printsCheckCode = ({ checkCode }: Office, config: Config): boolean =>
  checkCode === null ? config.printsCheckCode : checkCode === 'on';
