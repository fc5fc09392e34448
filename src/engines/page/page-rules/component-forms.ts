import { annexI } from '../finding.ts';
import type { PrintedLine } from './reading/printed-file.ts';

export type ComponentKind =
  | 'national-name'
  | 'motto'
  | 'parent-body'
  | 'issuing-body'
  | 'number'
  | 'place-and-date'
  | 'type-name'
  | 'title-abstract'
  | 'letter-abstract'
  | 'urgency'
  | 'addressee'
  | 'legal-basis'
  | 'heading'
  | 'text'
  | 'authority'
  | 'signer-name'
  | 'recipients-heading'
  | 'recipient-line'
  | 'annex-label'
  | 'annex-title'
  | 'typist-mark'
  | 'contact';

export interface ComponentForm {
  /** What a clerk calls it. */
  name: string;
  clause: string;
  /** Least and greatest size, points. */
  size: readonly [number, number];
  /** Absent where the writer decides. */
  bold?: boolean;
  italic?: boolean;
  capitals?: boolean;
}

const UPRIGHT = { bold: false, italic: false } as const;
const BOLD = { bold: true, italic: false } as const;

/** Size, weight, slant and case of every component, Decree 30/2020/NĐ-CP, Annex I, II, III and V. */
export const COMPONENT_FORMS: Readonly<Record<ComponentKind, ComponentForm>> = {
  'national-name': {
    name: 'Quốc hiệu',
    clause: annexI('II.1.a'),
    size: [12, 13],
    ...BOLD,
    capitals: true,
  },
  motto: { name: 'Tiêu ngữ', clause: annexI('II.1.b'), size: [13, 14], ...BOLD },
  'parent-body': {
    name: 'Tên cơ quan chủ quản',
    clause: annexI('II.2.b'),
    size: [12, 13],
    ...UPRIGHT,
    capitals: true,
  },
  'issuing-body': {
    name: 'Tên cơ quan ban hành',
    clause: annexI('II.2.b'),
    size: [12, 13],
    ...BOLD,
    capitals: true,
  },
  number: { name: 'Số, ký hiệu', clause: annexI('II.3'), size: [13, 13], ...UPRIGHT },
  'place-and-date': {
    name: 'Địa danh, ngày tháng',
    clause: annexI('II.4'),
    size: [13, 14],
    bold: false,
    italic: true,
  },
  'type-name': {
    name: 'Tên loại văn bản',
    clause: annexI('II.5.a'),
    size: [13, 14],
    ...BOLD,
    capitals: true,
  },
  'title-abstract': { name: 'Trích yếu', clause: annexI('II.5.a'), size: [13, 14], ...BOLD },
  'letter-abstract': { name: 'Trích yếu', clause: annexI('II.5.b'), size: [12, 13], ...UPRIGHT },
  urgency: {
    name: 'Dấu chỉ mức độ khẩn',
    clause: annexI('III.2.b'),
    size: [13, 14],
    ...BOLD,
    capitals: true,
  },
  addressee: { name: 'Kính gửi', clause: annexI('II.9.a'), size: [13, 14], ...UPRIGHT },
  'legal-basis': {
    name: 'Căn cứ',
    clause: annexI('II.6.a'),
    size: [13, 14],
    bold: false,
    italic: true,
  },
  heading: { name: 'Đề mục', clause: annexI('II.6.đ'), size: [13, 14], ...BOLD },
  text: { name: 'Nội dung', clause: annexI('II.6.d'), size: [13, 14] },
  authority: {
    name: 'Quyền hạn, chức vụ',
    clause: annexI('II.7.đ'),
    size: [13, 14],
    ...BOLD,
    capitals: true,
  },
  'signer-name': { name: 'Họ tên người ký', clause: annexI('II.7.đ'), size: [13, 14], ...BOLD },
  'recipients-heading': {
    name: 'Chữ "Nơi nhận:"',
    clause: annexI('II.9.c'),
    size: [12, 12],
    bold: true,
    italic: true,
  },
  'recipient-line': { name: 'Nơi nhận', clause: annexI('II.9.c'), size: [11, 11], ...UPRIGHT },
  'annex-label': { name: 'Chữ "Phụ lục"', clause: annexI('III.1.a'), size: [14, 14], ...BOLD },
  'annex-title': {
    name: 'Tên phụ lục',
    clause: annexI('III.1.a'),
    size: [13, 14],
    ...BOLD,
    capitals: true,
  },
  'typist-mark': {
    name: 'Ký hiệu người soạn thảo',
    clause: annexI('III.3'),
    size: [11, 11],
    ...UPRIGHT,
  },
  contact: { name: 'Địa chỉ cơ quan', clause: annexI('III.4'), size: [11, 12], ...UPRIGHT },
};

/** Size, weight and slant are those of the component. */
export function hasForm(kind: ComponentKind, lines: PrintedLine[]): boolean {
  const { size, bold, italic } = COMPONENT_FORMS[kind];
  return lines.every((line) => {
    const { font } = line.glyphs[0]!;
    const sized = line.size > size[0] - 0.1 && line.size < size[1] + 0.1;
    return sized && font.bold === (bold ?? font.bold) && font.italic === (italic ?? font.italic);
  });
}
