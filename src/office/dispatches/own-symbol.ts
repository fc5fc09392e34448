import type { OfficeHead } from '../accounts/office-head.entity.ts';

/** What of a dispatch says under which letterhead its symbol was written. */
interface Symbolled {
  symbol: string;
  head: OfficeHead;
  office: { heads: OfficeHead[] };
}

export interface SymbolProblem {
  code: 'letterhead-changed';
  message: string;
}

/** A symbol that the office had on other days only: the page would bear one name and another's abbreviation. */
export function symbolProblem({ symbol, head, office }: Symbolled): SymbolProblem | undefined {
  const carries = (one: OfficeHead) => symbol.split('-').includes(one.symbol);
  if (carries(head) || !office.heads.some(carries)) return undefined;
  const message = `Ký hiệu ${symbol} theo đầu văn bản cũ; đầu đang dùng ghi ${head.symbol}. Trả lại người soạn để sửa ký hiệu rồi trình lại.`;
  return { code: 'letterhead-changed', message };
}
