import { createHash } from 'node:crypto';
import { renderToString } from 'preact-render-to-string';
import {
  DispatchMail,
  dispatchMailText,
} from '../../../../../templates/office/delivery/dispatch-mail.tsx';
import { askedOf } from '../../../dispatches/term-words.ts';
import { vietnamTime } from '../../../../platform/time/vietnam-time.ts';
import type { Dispatch } from '../../../dispatches/dispatch.entity.ts';
import { reference } from '../../../dispatches/number-words.ts';
import { mailSubject } from '../../../dispatches/words.ts';
import type { Terms } from '../../../dispatches/terms.ts';
import { field, mailbox, parametered, unstructured } from './header.ts';
import { QuotedTemplate, quotedPrintable } from './quoted-printable.ts';

/** What one recipient's mail has of its own. */
export interface Personal extends Pick<Terms, 'purpose' | 'replyBy'> {
  /** Id of the letter, which is its Message-ID: a repeated mail has the same. */
  id: string;
  name: string;
  address: string;
  link: string;
  acknowledgeBy: Date;
  /** Date of the mail, the same when it is repeated. */
  date: Date;
}

// Private-use characters stand for the personal values while text and HTML are rendered once.
const NAME = '\uE000';
const LINK = '\uE001';
const DEADLINE = '\uE002';
const ASKED = '\uE003';
const SLOTS = [NAME, LINK, DEADLINE, ASKED];

const SLAB_BYTES = 1_000_000;

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (character) => ESCAPES[character]!);

/** `SGDĐT` as a label of a list: `sgddt`. */
const plain = (code: string) =>
  code
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/[^a-z0-9-]/g, '');

/** The mail of one dispatch: everything all recipients share is encoded once, the file above all. */
export class DispatchMessage {
  private readonly shared: string;
  private readonly opening: string;
  private readonly betweenBodies: string;
  private readonly text: QuotedTemplate;
  private readonly html: QuotedTemplate;
  /** From the end of the HTML to the dot that ends the mail: the same bytes for everyone. */
  private readonly rest: Buffer;
  private slab = Buffer.alloc(0);
  private used = 0;
  private lastDeadline: { at: number; text: string } | undefined;
  private readonly asked = new Map<string, string>();

  constructor(
    dispatch: Dispatch,
    pdf: Buffer,
    /** The sender of the installation; its domain stays in Message-IDs whatever address an office takes. */
    private readonly installation: string,
  ) {
    const number = reference(dispatch);
    const { senderName, senderAddress, code } = dispatch.office;
    const view = { dispatch, name: NAME, link: LINK, deadline: DEADLINE, asked: ASKED };
    this.text = new QuotedTemplate(dispatchMailText(view), SLOTS);
    this.html = new QuotedTemplate(
      `<!doctype html>${renderToString(<DispatchMail {...view} />)}`,
      SLOTS,
    );
    const mark = createHash('sha256').update(pdf).update(dispatch.id).digest('hex').slice(0, 24);
    const [mixed, alternative] = [`=_m_${mark}`, `=_a_${mark}`];
    this.shared = [
      field('From', mailbox(senderName ?? dispatch.head.name, senderAddress ?? installation)),
      field('Subject', unstructured(mailSubject(dispatch))),
      field('List-Id', `<${plain(code)}.van-ban-di.${this.domain}>`),
      'Auto-Submitted: auto-generated',
      'MIME-Version: 1.0',
      field('Content-Type', parametered('multipart/mixed', { boundary: mixed })),
    ].join('\r\n');
    this.opening = [
      '',
      '',
      `--${mixed}`,
      field('Content-Type', parametered('multipart/alternative', { boundary: alternative })),
      '',
      ...textPart(alternative, 'plain'),
    ].join('\r\n');
    this.betweenBodies = ['', ...textPart(alternative, 'html')].join('\r\n');
    this.rest = Buffer.concat([
      Buffer.from(
        [
          '',
          `--${alternative}--`,
          '',
          ...filePart(mixed, `${number.replaceAll('/', '-')}.pdf`),
        ].join('\r\n'),
      ),
      base64Lines(pdf),
      Buffer.from(`--${mixed}--\r\n.\r\n`),
    ]);
  }

  /** Small pieces of large blocks: a block of its own for every mail would keep the collector busy. */
  private onSlab(text: string): Buffer {
    const needed = 3 * text.length;
    if (this.used + needed > this.slab.length) {
      this.slab = Buffer.allocUnsafeSlow(Math.max(SLAB_BYTES, needed));
      this.used = 0;
    }
    const start = this.used;
    this.used += this.slab.write(text, start);
    return this.slab.subarray(start, this.used);
  }

  /** Mostly the same for everyone, and slow to write. */
  private deadline(at: Date): string {
    if (this.lastDeadline?.at !== at.getTime()) {
      this.lastDeadline = { at: at.getTime(), text: quotedPrintable(vietnamTime(at)) };
    }
    return this.lastDeadline.text;
  }

  /** A few for a whole dispatch: its lines are few. */
  private askedOf(terms: Pick<Terms, 'purpose' | 'replyBy'>): string {
    const key = `${terms.purpose} ${terms.replyBy?.getTime()}`;
    let asked = this.asked.get(key);
    if (asked === undefined) {
      const words = askedOf(terms);
      asked = words && quotedPrintable(` ${words}`);
      this.asked.set(key, asked);
    }
    return asked;
  }

  private get domain(): string {
    return this.installation.split('@')[1]!;
  }

  /** The mail as it goes over the wire after DATA, its final dot included; only the first part is new. */
  for({ id, name, address, link, acknowledgeBy, date, ...terms }: Personal): Buffer[] {
    const quotedLink = quotedPrintable(link);
    const deadline = this.deadline(acknowledgeBy);
    const values = {
      [NAME]: quotedPrintable(name),
      [LINK]: quotedLink,
      [DEADLINE]: deadline,
      [ASKED]: this.askedOf(terms),
    };
    const own = [
      field('To', mailbox(name, address)),
      `Message-ID: <${id}@${this.domain}>`,
      `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
      this.shared,
    ].join('\r\n');
    const head =
      own +
      this.opening +
      this.text.fill(values) +
      this.betweenBodies +
      this.html.fill({ ...values, [NAME]: quotedPrintable(escaped(name)) });
    return [this.onSlab(head), this.rest];
  }
}

const textPart = (boundary: string, subtype: 'plain' | 'html'): string[] => [
  `--${boundary}`,
  `Content-Type: text/${subtype}; charset=utf-8`,
  'Content-Transfer-Encoding: quoted-printable',
  '',
  '',
];

const filePart = (boundary: string, filename: string): string[] => [
  `--${boundary}`,
  field('Content-Type', parametered('application/pdf', { name: filename })),
  field('Content-Disposition', parametered('attachment', { filename })),
  'Content-Transfer-Encoding: base64',
  '',
  '',
];

/** Base64 in lines of 76 characters (RFC 2045, 6.8). */
function base64Lines(bytes: Buffer): Buffer {
  const encoded = bytes.toString('base64');
  return Buffer.from(`${encoded.match(/.{1,76}/g)?.join('\r\n') ?? ''}\r\n`, 'latin1');
}
