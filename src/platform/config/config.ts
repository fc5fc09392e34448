import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { InstallationKeys } from '../installation/installation-keys.ts';
import { secretOf } from '../installation/secret-of.ts';
import { withoutBlanks } from './without-blanks.ts';
import { RefusedToStart } from '../process/refused-to-start.ts';
import { requireTogether, strangersIn, unreadableAuthority } from './settings-together.ts';
import {
  address,
  databaseAddress,
  isRange,
  pauses,
  port,
  positive,
  proxies,
  publicAddress,
  scannerAddress,
  secret,
  words,
} from './setting-kinds.ts';

/** Every variable of the environment, by its name. */
export const Env = z.object({
  DATABASE_URL: databaseAddress,
  REDIS_URL: address(['redis', 'rediss'], 'redis://máy:6379').optional(),
  SMTP_URL: address(['smtp', 'smtps'], 'smtp://tài-khoản:mật-khẩu@máy:587 hoặc smtps://…'),
  SMTP_TLS: z.enum(['required', 'optional']).default('required'),
  SMTP_TIMEOUT_SECONDS: positive.default(60),
  MAIL_FROM: z.email().default('van-thu@noi-nhan.example'),
  MAIL_PER_MINUTE: positive.int().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_KEY_FILE: z.string().optional(),
  DKIM_DOMAIN: z.string().optional(),
  BOUNCE_ADDRESS: z.email().optional(),
  BOUNCE_INBOX: address(
    ['smtp', 'lmtp', 'imap', 'imaps'],
    'lmtp://127.0.0.1:2424, smtp://…, imap://… hoặc imaps://tài-khoản:mật-khẩu@máy/INBOX',
  ).optional(),
  BOUNCE_POLL_SECONDS: positive.default(60),
  DELIVERY_REPORTS: z.enum(['failures', 'all']).default('failures'),
  PUBLIC_URL: publicAddress.default('http://localhost:3000'),
  S3_URL: address(['http', 'https'], 'https://KHÓA:BÍ_MẬT@máy/bucket').optional(),
  HOST: z.string().default('0.0.0.0'),
  PORT: port.default(3000),
  INSTALLATION_SECRET: secret.optional(),
  LINK_SECRET: secret.optional(),
  SIGNING_CONFIG: z.string().optional(),
  NUMBERING: z.enum(['at-issue', 'before-signature']).default('at-issue'),
  FONT_DIR: z.string().optional(),
  CHECK_CODE: z.enum(['on', 'off']).default('off'),
  TRUSTED_PROXIES: proxies.default('loopback'),
  DELIVERY_CONCURRENCY: z.coerce.number().int().positive().max(64).default(8),
  DELIVERY_RETRY_SECONDS: pauses('60,300,900,3600,14400,43200'),
  WEBHOOK_RETRY_SECONDS: pauses('5,30,120,600,1800'),
  WEBHOOK_LIFETIME_HOURS: positive.default(2),
  WEBHOOK_TIMEOUT_SECONDS: positive.default(15),
  WEBHOOK_PRIVATE_RANGES: words.refine((ranges) => ranges.every(isRange), {
    error: 'Ghi địa chỉ hoặc dải địa chỉ như 10.20.0.0/16, cách nhau bằng dấu phẩy.',
  }),
  DELIVERY_LIFETIME_HOURS: positive.default(72),
  DELIVERY_SWEEP_SECONDS: positive.default(5),
  FILE_CHECK_HOURS: positive.default(24),
  DELIVERY_LEASE_SECONDS: positive.default(60),
  DELIVERY_JOURNAL_DIR: z.string().default(join(tmpdir(), 'noi-nhan')),
  SESSION_HOURS: positive.default(12),
  SESSION_IDLE_MINUTES: positive.default(120),
  SECOND_FACTOR_ROLES: words,
  LOG_FORMAT: z.enum(['json', 'text']).default('json'),
  LOG_LEVEL: z.enum(['error', 'warn', 'info', 'debug']).default('info'),
  METRICS_TOKEN: z.string().min(16, 'Ngắn quá: cần 16 ký tự trở lên.').optional(),
  METRICS_PORT: port.optional(),
  SHUTDOWN_SECONDS: positive.default(10),
  CLAMAV_URL: scannerAddress.optional(),
  OIDC_ISSUER: address(['http', 'https'], 'https://dang-nhap.so.example').optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_RULES_FILE: z.string().optional(),
  OIDC_CLAIM: z.string().default('preferred_username'),
  OIDC_NAME: z.string().default('tài khoản cơ quan'),
});

export type Environment = z.input<typeof Env>;

export interface OpenidSettings {
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  /** The claim that holds the name of the account here. */
  claim: string;
  /** File that says who is opened an account at the first sign-in; nobody without it. */
  rulesFile: string | undefined;
  /** Name of the provider on the sign-in button. */
  name: string;
}

/** Where the mail of this installation is signed from: `selector._domainkey.domain` has the public key. */
export interface DkimSettings {
  domain: string;
  selector: string;
  keyFile: string;
}

function openidOf(values: z.output<typeof Env>): OpenidSettings | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId } = values;
  if (!issuer || !clientId) return undefined;
  return {
    issuer,
    clientId,
    clientSecret: values.OIDC_CLIENT_SECRET,
    claim: values.OIDC_CLAIM,
    rulesFile: values.OIDC_RULES_FILE,
    name: values.OIDC_NAME,
  };
}

/** Without a selector and a key, mails are not signed here. */
function dkimOf(values: z.output<typeof Env>): DkimSettings | undefined {
  const { DKIM_SELECTOR: selector, DKIM_KEY_FILE: keyFile, DKIM_DOMAIN, MAIL_FROM } = values;
  if (!selector || !keyFile) return undefined;
  return { selector, keyFile, domain: DKIM_DOMAIN ?? MAIL_FROM.split('@')[1]! };
}

/** The settings of one process, read once; README.md and .env.example list every variable, settings-together.ts says which go together. */
export class Config {
  readonly databaseUrl: string;
  readonly redisUrl: string | undefined;
  readonly smtpUrl: string;
  /** Without TLS nothing is sent, except to a server on this machine. */
  readonly smtpTls: 'required' | 'optional';
  /** How long a mail server may be silent; five times as long after a whole mail. */
  readonly smtpTimeoutSeconds: number;
  readonly mailFrom: string;
  /** All offices together, to the mail server; an office may allow itself less. */
  readonly mailPerMinute: number | undefined;
  /** Mailbox that takes `+` and something behind its name; every delivery's envelope sender is made of it. */
  readonly bounceAddress: string | undefined;
  /** Where reports come in: an address to listen at (`smtp://`, `lmtp://`) or a mailbox (`imaps://`). */
  readonly bounceInbox: string | undefined;
  readonly bouncePollSeconds: number;
  readonly dkim: DkimSettings | undefined;
  /** Which reports the mail server is asked for: of failures and delays, or of success, too. */
  readonly deliveryReports: 'failures' | 'all';
  /** Without a trailing slash; links in mails start with it. */
  readonly publicUrl: string;
  /** Where bytes of files go from the database: `https://KEY:SECRET@s3.example/bucket`. */
  readonly s3Url: string | undefined;
  /** Every kept file is read again once in this time. */
  readonly fileCheckHours: number;
  readonly host: string;
  readonly port: number;
  /** Whoever has it can make every recipient's link. */
  readonly installationSecret: string;
  /** One key for each purpose, derived from it. */
  readonly keys: InstallationKeys;
  /** Warnings about settings that still work under a former name or form; logged once at start. */
  readonly notices: string[] = [];
  /** File that says where keys are; without it nothing is signed digitally. */
  readonly signingConfig: string | undefined;
  /** Number and date are taken before the signature and stand on the page that is signed. */
  readonly numbersFirst: boolean;
  /** Folder of the office's own font files; without it Tinos is used. */
  readonly fontFolder: string | undefined;
  /** Prints the QR code that leads to the page about the dispatch. */
  readonly printsCheckCode: boolean;
  /** Addresses of proxies whose word on who asks is taken, as Express reads them. */
  readonly trustedProxies: string;
  readonly deliveryConcurrency: number;
  /** Pause before the second, third … attempt; the last one repeats until the lifetime is over. */
  readonly retrySeconds: number[];
  /** After so long without success a delivery has expired. */
  readonly lifetimeHours: number;
  /** The same for webhooks, which soon give way to the agency's next channel. */
  readonly webhookSchedule: { retrySeconds: number[]; lifetimeHours: number };
  /** How long the system of an agency may take for its answer. */
  readonly webhookTimeoutSeconds: number;
  /** Private addresses that webhooks may go to; without TLS, they may go nowhere else. */
  readonly webhookPrivateRanges: string[];
  /** How long the deliveries of a worker that vanished wait for another. */
  readonly leaseSeconds: number;
  /** Where workers keep outcomes until they are in the database; it must outlive the process. */
  readonly journalDir: string;
  readonly sweepSeconds: number;
  readonly sessionHours: number;
  readonly sessionIdleMinutes: number;
  /** Roles that must sign in with a second factor. */
  readonly secondFactorRoles: string[];
  readonly logFormat: 'json' | 'text';
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
  /** Whoever shows it may read `/metrics`; nobody without it. */
  readonly metricsToken: string | undefined;
  /** A port of its own for metrics and health. */
  readonly metricsPort: number | undefined;
  /** How long requests under way may take when the process is told to stop. */
  readonly shutdownSeconds: number;
  /** A ClamAV daemon that looks at what is uploaded. */
  readonly clamavUrl: string | undefined;
  /** Where people may sign in with the account they have elsewhere. */
  readonly openid: OpenidSettings | undefined;

  constructor(env: Record<string, unknown>) {
    const set = withoutBlanks(env);
    const parsed = Env.safeParse(set);
    const faults = [
      ...(parsed.error?.issues ?? []).map(({ path, message }) => {
        const name = String(path[0]);
        return `${name}: ${name in set ? message : 'chưa đặt.'}`;
      }),
      ...requireTogether(set),
      ...unreadableAuthority(set),
    ];
    if (!parsed.success || faults.length > 0) throw new RefusedToStart(faults.join('\n'));
    const values = parsed.data;
    this.notices.push(...strangersIn(set, Object.keys(Env.shape)));
    this.databaseUrl = values.DATABASE_URL;
    this.redisUrl = values.REDIS_URL;
    this.smtpUrl = values.SMTP_URL;
    this.smtpTls = values.SMTP_TLS;
    this.smtpTimeoutSeconds = values.SMTP_TIMEOUT_SECONDS;
    this.mailFrom = values.MAIL_FROM;
    this.mailPerMinute = values.MAIL_PER_MINUTE;
    this.bounceAddress = values.BOUNCE_ADDRESS;
    this.bounceInbox = values.BOUNCE_INBOX;
    this.bouncePollSeconds = values.BOUNCE_POLL_SECONDS;
    this.dkim = dkimOf(values);
    this.deliveryReports = values.DELIVERY_REPORTS;
    this.publicUrl = values.PUBLIC_URL.replace(/\/+$/, '');
    this.s3Url = values.S3_URL;
    this.fileCheckHours = values.FILE_CHECK_HOURS;
    this.host = values.HOST;
    this.port = values.PORT;
    this.installationSecret = secretOf(values, this.notices);
    this.keys = new InstallationKeys(this.installationSecret);
    this.signingConfig = values.SIGNING_CONFIG;
    this.numbersFirst = values.NUMBERING === 'before-signature';
    this.fontFolder = values.FONT_DIR;
    this.printsCheckCode = values.CHECK_CODE === 'on';
    this.trustedProxies = values.TRUSTED_PROXIES;
    this.deliveryConcurrency = values.DELIVERY_CONCURRENCY;
    this.retrySeconds = values.DELIVERY_RETRY_SECONDS;
    this.lifetimeHours = values.DELIVERY_LIFETIME_HOURS;
    this.webhookSchedule = {
      retrySeconds: values.WEBHOOK_RETRY_SECONDS,
      lifetimeHours: values.WEBHOOK_LIFETIME_HOURS,
    };
    this.webhookTimeoutSeconds = values.WEBHOOK_TIMEOUT_SECONDS;
    this.webhookPrivateRanges = values.WEBHOOK_PRIVATE_RANGES;
    this.journalDir = values.DELIVERY_JOURNAL_DIR;
    this.leaseSeconds = values.DELIVERY_LEASE_SECONDS;
    this.sweepSeconds = values.DELIVERY_SWEEP_SECONDS;
    this.sessionHours = values.SESSION_HOURS;
    this.sessionIdleMinutes = values.SESSION_IDLE_MINUTES;
    this.secondFactorRoles = values.SECOND_FACTOR_ROLES;
    this.logFormat = values.LOG_FORMAT;
    this.logLevel = values.LOG_LEVEL;
    this.metricsToken = values.METRICS_TOKEN;
    this.metricsPort = values.METRICS_PORT;
    this.shutdownSeconds = values.SHUTDOWN_SECONDS;
    this.clamavUrl = values.CLAMAV_URL;
    this.openid = openidOf(values);
  }
}
