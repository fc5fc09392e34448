/** Where in the form of a draft stands what the layout check has found. */
export interface FormPlace {
  /** Id of the control. */
  control: string;
  /** Paragraph or line of it, from 1. */
  at?: number;
}

const CONTROLS: [RegExp, string][] = [
  [/^Trích yếu|^Tên loại/, 'abstract'],
  [/^Số, ký hiệu|^Ký hiệu$/, 'symbol'],
  [/^Căn cứ/, 'legalBases'],
  [/^Phần ký|^Quyền hạn|^Họ tên người ký/, 'mandateId'],
  [/^Nội dung/, 'body'],
];
const ROWS: [RegExp, string][] = [
  [/^Kính gửi/, 'addressees'],
  [/^Nơi nhận/, 'copies'],
];

/** The control for a place like `Nội dung, đoạn 3`; none for what is no part of the form. */
export function formPlace(place: string): FormPlace | undefined {
  const find = (controls: [RegExp, string][]) => controls.find(([words]) => words.test(place))?.[1];
  const at = Number(/(?:dòng|đoạn) (\d+)/.exec(place)?.[1]) || undefined;
  const rows = find(ROWS);
  if (rows) return at ? { control: `${rows}.${at - 1}`, at } : { control: rows };
  const annex = /^Phụ lục (\d+)/.exec(place)?.[1];
  if (annex) {
    const part = place.endsWith(', tên') ? 'title' : 'body';
    return { control: `annexes-${Number(annex) - 1}-${part}`, at };
  }
  const control = find(CONTROLS);
  return control ? { control, at } : undefined;
}
