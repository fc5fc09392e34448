import { isIP } from 'node:net';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import type { Config } from '../../../../../platform/config/config.ts';
import { PreparedConnection } from './prepared-connection.ts';

const NOTIFY = { failures: ['FAILURE', 'DELAY'], all: ['SUCCESS', 'FAILURE', 'DELAY'] };
const LOOPBACK = /^(localhost|127(\.\d+){3}|::1)$/;

/** What `SMTP_URL` and the settings beside it say about the mail server. */
export class SmtpSettings {
  /** `mail.example:587`, as attempts name it. */
  readonly server: string;
  readonly auth: { user: string; pass: string } | undefined;
  /** How long the server may be silent, in milliseconds. */
  readonly silence: number;
  /** The same after the final dot, where impatience means a doubled mail (RFC 5321, 4.5.3.2.6). */
  readonly silenceAfterMail: number;
  /** Reports asked for where the server offers them (RFC 3461). */
  readonly notify: string[];
  private readonly options: ConstructorParameters<typeof PreparedConnection>[0];

  constructor(config: Config) {
    const { smtpUrl: url, smtpTls: tls, smtpTimeoutSeconds: silenceSeconds } = config;
    const { host, port, secure, auth, ...query } = parseConnectionUrl(url);
    const name = (host ?? 'localhost').replace(/^\[|\]$/g, '');
    const usualPort = secure ? 465 : 587;
    this.server = `${name}:${port ?? usualPort}`;
    this.auth = auth?.user ? { user: auth.user, pass: auth.pass ?? '' } : undefined;
    this.notify = NOTIFY[config.deliveryReports];
    this.silence = silenceSeconds * 1000;
    this.silenceAfterMail = silenceSeconds * 5000;
    const isHere = LOOPBACK.test(name);
    this.options = {
      ...query,
      // What a mail server brings along for itself is signed by nobody, and there is nobody in between.
      ...(isHere && { tls: { ...query.tls, rejectUnauthorized: false } }),
      host: name,
      port: port ?? usualPort,
      secure: secure ?? false,
      requireTLS: !secure && tls === 'required' && !isHere,
      allowInternalNetworkInterfaces: isIP(name) > 0 || name === 'localhost',
      connectionTimeout: Math.min(15_000, this.silence),
      greetingTimeout: Math.min(30_000, this.silence),
      socketTimeout: this.silence,
    };
  }

  connect(): PreparedConnection {
    return new PreparedConnection(this.options);
  }
}
