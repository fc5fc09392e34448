import type { EffectKind } from './agency-plan.ts';

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
};
