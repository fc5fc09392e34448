import type { Scheme } from './schemes.ts';

export const SCHEME_NAMES: Record<Scheme, string> = {
  organisation: 'Mã định danh (QĐ 20/2020, sửa đổi bởi QĐ 09/2025)',
  former: 'Mã định danh dạng cũ (QCVN 102:2016)',
  unit: 'Mã đơn vị hành chính (QĐ 19/2025)',
  other: 'Mã khác trên trục liên thông',
};
