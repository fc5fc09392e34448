import type { ParsedMail } from 'mailparser';

/** What the page of one mail shows of it. */
export interface MailView {
  /** As sent, in order, one line each. */
  headers: string[];
  text: string | undefined;
  hasHtml: boolean;
  attachments: { name: string; type: string; size: number }[];
}

export function viewOf(mail: ParsedMail): MailView {
  return {
    headers: mail.headerLines.map(({ line }) => line),
    text: mail.text,
    hasHtml: Boolean(mail.html),
    attachments: mail.attachments.map(({ filename, contentType, size }) => ({
      name: filename ?? 'không tên',
      type: contentType,
      size,
    })),
  };
}
