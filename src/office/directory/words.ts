import type { EffectKind } from './importing/agency-plan.ts';

export const EFFECT_NAMES: Record<EffectKind, string> = {
  new: 'Thêm mới',
  ended: 'Kết thúc',
  changed: 'Sửa đổi',
  unchanged: 'Không đổi',
};

export const FIELD_NAMES: Record<string, string> = {
  name: 'tên',
  kind: 'loại',
  parent_code: 'cấp trên',
  email: 'thư điện tử',
  telephone: 'điện thoại',
  valid_from: 'từ ngày',
  valid_to: 'đến ngày',
  successor_code: 'kế thừa',
  area: 'khu vực',
  identifier: 'mã định danh',
  old_identifier: 'mã định danh cũ',
  unit_code: 'mã đơn vị hành chính',
};
