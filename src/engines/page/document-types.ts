/** Types of Decree 30/2020/NĐ-CP, art. 7 and Annex III, that the system writes; `dispatches_type_check` lists them, too, so a new one needs a migration. */
export const TYPE_CODES = [
  'cong-van',
  'thong-bao',
  'ke-hoach',
  'bao-cao',
  'to-trinh',
  'giay-moi',
  'cong-dien',
  'quyet-dinh',
] as const;
export type DocumentType = (typeof TYPE_CODES)[number];

export interface TypeRules {
  name: string;
  /** Abbreviation in the symbol; a công văn has none. */
  abbreviation?: string;
  /** Printed above the abstract; absent where the abstract stands under the number as `V/v …`. */
  title?: string;
  /** Words before the addressees. */
  salutation: string;
  /** Is sent to somebody in particular; the other types may do without. */
  addressed?: boolean;
  /** Line of its own between the legal bases and the body. */
  enactingWord?: string;
  clause: string;
}

/** What differs from type to type, Decree 30/2020/NĐ-CP; all else is the same for every type. */
export const DOCUMENT_TYPES: Readonly<Record<DocumentType, TypeRules>> = {
  'cong-van': {
    name: 'Công văn',
    salutation: 'Kính gửi:',
    addressed: true,
    clause: 'Phụ lục I, II.5.b; Phụ lục III, mẫu 1.5',
  },
  'thong-bao': {
    name: 'Thông báo',
    abbreviation: 'TB',
    title: 'THÔNG BÁO',
    salutation: 'Kính gửi:',
    clause: 'Phụ lục I, II.5.a; Phụ lục III, mẫu 1.4',
  },
  'ke-hoach': {
    name: 'Kế hoạch',
    abbreviation: 'KH',
    title: 'KẾ HOẠCH',
    salutation: 'Kính gửi:',
    clause: 'Phụ lục I, II.5.a; Phụ lục III, mẫu 1.4',
  },
  'bao-cao': {
    name: 'Báo cáo',
    abbreviation: 'BC',
    title: 'BÁO CÁO',
    salutation: 'Kính gửi:',
    clause: 'Phụ lục I, II.5.a và II.9.a; Phụ lục III, mẫu 1.4',
  },
  'to-trinh': {
    name: 'Tờ trình',
    abbreviation: 'TTr',
    title: 'TỜ TRÌNH',
    salutation: 'Kính gửi:',
    addressed: true,
    clause: 'Phụ lục I, II.5.a và II.9.a; Phụ lục III, mẫu 1.4',
  },
  'giay-moi': {
    name: 'Giấy mời',
    abbreviation: 'GM',
    title: 'GIẤY MỜI',
    salutation: 'Trân trọng kính mời:',
    addressed: true,
    clause: 'Phụ lục I, II.5.a; Phụ lục III, mẫu 1.7',
  },
  'cong-dien': {
    name: 'Công điện',
    abbreviation: 'CĐ',
    title: 'CÔNG ĐIỆN',
    salutation: 'Điện:',
    addressed: true,
    clause: 'Phụ lục I, II.5.a; Phụ lục III, mẫu 1.6',
  },
  'quyet-dinh': {
    name: 'Quyết định',
    abbreviation: 'QĐ',
    title: 'QUYẾT ĐỊNH',
    salutation: 'Kính gửi:',
    enactingWord: 'QUYẾT ĐỊNH:',
    clause: 'Phụ lục I, II.5.a và II.6; Phụ lục III, mẫu 1.2',
  },
};

export function rulesOf(type: DocumentType = 'cong-van'): TypeRules {
  return DOCUMENT_TYPES[type];
}

/** What the dispatch is about, in running text: `V/v kiểm tra …`, `Thông báo về kiểm tra …`. */
export function subjectOf({ type, abstract }: { type: DocumentType; abstract: string }): string {
  const { name, title } = rulesOf(type);
  return title === undefined ? `V/v ${abstract}` : `${name} ${abstract}`;
}
