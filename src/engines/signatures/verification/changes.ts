/** What may be done to a dispatch after a signature. */
export type ChangeCode =
  'field-filled' | 'field-signed' | 'signature-added' | 'validation-data' | 'archive-timestamp';

export interface Change {
  code: ChangeCode;
  field?: string;
  message: string;
}

/** In Vietnamese, within “Các lần lưu của tệp”. */
const SENTENCES: Record<ChangeCode, (field: string) => string> = {
  'field-filled': (field) => `điền ô “${field}”`,
  'field-signed': (field) => `ký ô “${field}”`,
  'signature-added': (field) => `thêm ô chữ ký “${field}” và ký`,
  'validation-data': () => 'bổ sung dữ liệu kiểm tra chữ ký',
  'archive-timestamp': () => 'bổ sung dấu thời gian lưu trữ',
};

export function change(code: ChangeCode, field?: string): Change {
  return { code, ...(field !== undefined && { field }), message: SENTENCES[code](field ?? '') };
}
