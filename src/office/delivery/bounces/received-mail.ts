import { linesOf } from './report-fields.ts';
import { simpleParser, type ParsedMail, type StructuredHeader } from 'mailparser';

const LONGEST_TEXT = 100_000;
const MOST_ADDRESSES = 100;
const DAEMON =
  /mailer-?daemon|postmaster|mail[ _-]?delivery|mail ?router|mdaemon|(delivery|mail) (sub)?system|mailerdaemon|no-?reply.*bounce|returned-mail|microsoftexchange[0-9a-f]{8}/i;
/** Where what comes back begins; below it stands our own mail, which says nothing. */
const RETURNED =
  /^[\s>*=-]*(below is a copy of the original message|this is a copy of (the|your) message|below this line is a copy|the following is a copy|(original|returned) message[\s:=-]*$|message headers? follows?|nội dung thư (gốc|đã gửi)|bản sao thư|thư gốc|исходное сообщение)/imu;

/**
 * The subject of our own mail as reports quote it (`KHẨN - 12/STTTT-VP: V/v tạm hoãn …`):
 * those words are the office's.
 */
const OUR_SUBJECT = /(?:(?:HỎA TỐC|THƯỢNG KHẨN|KHẨN) - )?\d+\/\p{L}[\p{L}\d/.&-]*: .*/gu;

/** What arrived at a return address, as far as reports are concerned. */
export class ReceivedMail {
  /** Without what it quotes of ours, as `text` is. */
  readonly subject: string;
  /** Without our own mail at its end. */
  readonly text: string;
  /** RFC 3462: `delivery-status`, or empty. */
  readonly reportType: string;
  /** The text of `message/delivery-status`, or empty. */
  readonly fields: string;
  /** The fields of `message/disposition-notification` (RFC 8098) by name, or none. */
  readonly receipt: Map<string, string>;

  private constructor(private readonly mail: ParsedMail) {
    const type = mail.headers.get('content-type');
    const params = (type as StructuredHeader | undefined)?.params;
    this.reportType = (params?.['report-type'] ?? '').toLowerCase();
    this.subject = wordsOfOthers(mail.subject ?? '');
    const text = wordsOfOthers((mail.text ?? '').slice(0, LONGEST_TEXT));
    this.text = text.slice(0, RETURNED.exec(text)?.index ?? text.length);
    this.fields = this.part(/^message\/(global-)?delivery-status$/i);
    this.receipt = new Map(linesOf(this.part(/^message\/(global-)?disposition-notification$/i)));
  }

  static async read(raw: Buffer): Promise<ReceivedMail> {
    const options = { keepDeliveryStatus: true, skipTextToHtml: true, maxHtmlLengthToParse: 1e6 };
    return new ReceivedMail(await simpleParser(raw, options));
  }

  private part(type: RegExp): string {
    return this.mail.attachments
      .filter(({ contentType }) => type.test(contentType))
      .map(({ content }) => content.toString('utf8'))
      .join('\n\n');
  }

  get messageId(): string {
    return this.mail.messageId ?? '';
  }

  /** The words of a header, empty when it is absent. */
  header(name: string): string {
    const value = this.mail.headers.get(name);
    return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  }

  /** Whom it came to: addresses of ours, which reports quote. */
  get sentTo(): string[] {
    const { to } = this.mail;
    return [to ?? []]
      .flat()
      .flatMap(({ value }) => value)
      .slice(0, MOST_ADDRESSES)
      .flatMap(({ address }) => address?.toLowerCase() || []);
  }

  /** RFC 5321, 4.5.5: reports have no sender in the envelope. */
  get isFromNobody(): boolean {
    return this.mail.headerLines.some(({ line }) => /^return-path:\s*<>\s*$/i.test(line));
  }

  get isFromDaemon(): boolean {
    const from = this.mail.from?.value[0];
    return !from?.address || DAEMON.test(`${from.name} ${from.address}`);
  }

  get senderDomain(): string {
    return this.mail.from?.value[0]?.address?.split('@')[1] ?? '';
  }
}

const wordsOfOthers = (text: string) => text.normalize('NFC').replace(OUR_SUBJECT, '');
