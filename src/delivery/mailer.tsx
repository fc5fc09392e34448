import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import type { Transporter } from 'nodemailer';
import { renderToString } from 'preact-render-to-string';
import { DispatchMail, dispatchMailText } from '../../templates/mail/dispatch-mail.tsx';
import { Config } from '../config.ts';
import type { Dispatch } from '../dispatches/dispatch.entity.ts';
import { subjectOf } from '../dispatches/document-types.ts';
import { reference } from '../dispatches/printed-number.ts';
import type { Delivery } from './delivery.entity.ts';
import { linkToken } from './personal-link.ts';
import { acceptance, failureOf, type SmtpOutcome } from './smtp-outcome.ts';

/** What every mail of one dispatch shares. */
export interface Consignment {
  dispatch: Dispatch;
  pdf: Buffer;
}

@Injectable()
export class Mailer implements OnApplicationShutdown {
  private readonly transport: Transporter;

  constructor(private readonly config: Config) {
    this.transport = createTransport({
      url: config.smtpUrl,
      pool: true,
      maxConnections: config.deliveryConcurrency,
      connectionTimeout: 15_000,
      greetingTimeout: 15_000,
      socketTimeout: 60_000,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  /** Sends one mail and tells what the server answered; it does not throw for what SMTP says. */
  async send({ dispatch, pdf }: Consignment, delivery: Delivery): Promise<SmtpOutcome> {
    const { recipient } = delivery;
    const link = `${this.config.publicUrl}/a/${linkToken(this.config.linkSecret, recipient.id)}`;
    const view = { dispatch, recipient, link };
    const fileName = `${reference(dispatch).replaceAll('/', '-')}.pdf`;
    try {
      const info = await this.transport.sendMail({
        from: { name: dispatch.office.name, address: this.config.mailFrom },
        to: { name: recipient.name, address: delivery.address },
        messageId: `<${delivery.id}@${this.config.mailFrom.split('@')[1]}>`,
        subject: `${reference(dispatch)}: ${subjectOf(dispatch)}`,
        text: dispatchMailText(view),
        html: `<!doctype html>${renderToString(<DispatchMail {...view} />)}`,
        attachments: [{ filename: fileName, content: pdf, contentType: 'application/pdf' }],
        headers: { 'Auto-Submitted': 'auto-generated' },
      });
      return acceptance(info.response ?? '');
    } catch (error) {
      return failureOf(error);
    }
  }

  onApplicationShutdown(): void {
    this.transport.close();
  }
}
