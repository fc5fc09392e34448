import { shortDate, vietnamDate } from '../../platform/time/vietnam-time.ts';
import type { Mandate } from '../accounts/mandate.entity.ts';
import type { RecipientLine } from './recipient-line.entity.ts';
import { rulesOf, type DocumentType } from '../../engines/page/document-types.ts';

/** What of a dispatch says who may sign it. */
interface Mandated {
  type: DocumentType;
  symbol: string;
  mandate: Mandate | null;
  lines: Pick<RecipientLine, 'target' | 'text'>[];
}

export interface AuthorityProblem {
  code:
    | 'no-signatory'
    | 'signatory-left'
    | 'mandate-not-yet-valid'
    | 'mandate-expired'
    | 'mandate-unlimited'
    | 'outside-mandate';
  /** Why the person named may not sign this dispatch on this day. */
  message: string;
}

/** What keeps the person named from signing on a date `YYYY-MM-DD`: gone, or without the right. */
export function signatoryProblem(dispatch: Mandated, date: string): AuthorityProblem | undefined {
  const { account } = dispatch.mandate ?? {};
  if (!account || account.maySignIn) return authorityProblem(dispatch, date);
  const { fullName, closedAt } = account;
  const since = closedAt
    ? `đã nghỉ từ ngày ${shortDate(vietnamDate(closedAt))}`
    : 'không còn đăng nhập được';
  return { code: 'signatory-left', message: `${fullName} ${since}. Chọn người ký khác.` };
}

/** What keeps the mandate of a dispatch from carrying it on a date `YYYY-MM-DD` (Decree 30/2020/NĐ-CP, art. 13). */
export function authorityProblem(dispatch: Mandated, date: string): AuthorityProblem | undefined {
  const { mandate, type } = dispatch;
  if (!mandate) return { code: 'no-signatory', message: 'Chưa chọn người ký.' };
  const whose = `Thẩm quyền ký “${mandate.authority.join(' / ')}” của ${mandate.account.fullName}`;
  const { validFrom, validTo, documentTypes, units } = mandate;
  if (mandate.hasEndedBefore(date)) {
    const message = `${whose} đã hết hiệu lực sau ngày ${shortDate(validTo!)}.`;
    return { code: 'mandate-expired', message };
  }
  if (!mandate.isValidOn(date)) {
    const message = `${whose} chỉ có hiệu lực từ ngày ${shortDate(validFrom)}.`;
    return { code: 'mandate-not-yet-valid', message };
  }
  const isLimited = validTo !== null && documentTypes.length + units.length > 0;
  if (mandate.capacity === 'TUQ.' && !isLimited) {
    const message = `${whose} không ghi thời hạn và nội dung; ủy quyền phải giới hạn cả hai (khoản 3 Điều 13 Nghị định 30).`;
    return { code: 'mandate-unlimited', message };
  }
  if (documentTypes.length > 0 && !documentTypes.includes(type)) {
    const names = documentTypes.map((code) => rulesOf(code as DocumentType).name);
    const message = `${whose} chỉ gồm: ${names.join(', ')}; không gồm ${rulesOf(type).name}.`;
    return { code: 'outside-mandate', message };
  }
  const unit = draftingUnit(dispatch);
  if (units.length > 0 && !(unit && units.includes(unit))) {
    const found = unit ? `văn bản này của ${unit}` : 'văn bản này không ghi đơn vị soạn';
    return {
      code: 'outside-mandate',
      message: `${whose} chỉ gồm văn bản của ${units.join(', ')}; ${found}.`,
    };
  }
  return undefined;
}

/** `CNTT-VT` of `STTTT-CNTT-VT`; the symbols of titled types have none, their archive line `Lưu: VT, CNTT-VT` has. */
export function draftingUnit({
  type,
  symbol,
  lines,
}: Pick<Mandated, 'type' | 'symbol' | 'lines'>): string | undefined {
  const [, ofSymbol] = /^[^-]+-(.+)$/.exec(symbol) ?? [];
  if (type === 'cong-van' && ofSymbol) return ofSymbol;
  const archive = lines.find(({ target }) => target === 'archive');
  return /,\s*([\p{L}\d]+(?:-[\p{L}\d]+)*)/u.exec(archive?.text ?? '')?.[1];
}
