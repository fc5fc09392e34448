import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readReport } from '../../../src/delivery/bounces/read-report.ts';
import { ReceivedMail } from '../../../src/delivery/bounces/received-mail.ts';
import { packageRoot } from '../../../src/package-root.ts';

const FOLDER = join(packageRoot, 'test/delivery/bounces');
const reportIn = async (name: string) =>
  readReport(await ReceivedMail.read(readFileSync(join(FOLDER, `${name}.eml`))));

/** Forms of mail systems, by hand: what each of these files says. */
const REPORTS: [string, string, 'hard' | 'soft', string | null, string, string][] = [
  [
    'courier-mixed-charsets',
    'failed',
    'hard',
    '5.0.0',
    'mail.thaibinh.example',
    '550 User unknown.',
  ],
  [
    'domino-nondelivery-latin1',
    'failed',
    'soft',
    null,
    'domino.thaibinh.example',
    'Your document: 05/STTTT was not de',
  ],
  [
    'domino-not-listed',
    'failed',
    'hard',
    '5.1.1',
    'domino.thaibinh.example',
    'User tb-01 (tb-01@thaibinh.example',
  ],
  [
    'exchange-2016-not-found',
    'failed',
    'hard',
    '5.1.10',
    'EX01.thaibinh.example',
    '550 5.1.10 RESOLVER.ADR.RecipientN',
  ],
  [
    'exchange-online-blocked',
    'failed',
    'soft',
    '5.7.1',
    'SG2PR03MB4567.apcprd03.prod.outlook.example',
    '550 5.7.1 TRANSPORT.RULES.RejectMe',
  ],
  [
    'exchange-online-domain-gone',
    'failed',
    'hard',
    '5.4.310',
    'SG2PR03MB4567.apcprd03.prod.outlook.example',
    '550 5.4.310 DNS domain thaibinh.ex',
  ],
  ['exim-unrouteable', 'failed', 'hard', null, 'mx.thaibinh.example', '550 Unrouteable address'],
  [
    'exim-warning',
    'delayed',
    'soft',
    null,
    'mail.thaibinh.example',
    'This message was created automatic',
  ],
  [
    'expired-after-days',
    'failed',
    'soft',
    '4.4.1',
    'mail.thaibinh.example',
    'connect to mx.thaibinh.example[203',
  ],
  [
    'gmail-over-quota',
    'failed',
    'soft',
    '5.2.2',
    'gmail-smtp-in.l.google.example',
    "552-5.2.2 The recipient's inbox is",
  ],
  [
    'gmail-vietnamese',
    'failed',
    'hard',
    '5.1.1',
    'gmail-smtp-in.l.google.example',
    '550-5.1.1 The email account that y',
  ],
  [
    'groupwise-several-recipients',
    'failed',
    'soft',
    '5.2.2',
    'gw.thaibinh.example',
    '552 Mailbox full',
  ],
  [
    'hmailserver-failed',
    'failed',
    'hard',
    null,
    'hmail.thaibinh.example',
    '550 Unknown user hMailServer',
  ],
  [
    'japanese-iso-2022-jp',
    'failed',
    'hard',
    null,
    'mail.jp.example',
    '次の宛先にメールを送信できませんでした。 <tb-01@thaibi',
  ],
  [
    'kerio-rejected',
    'failed',
    'hard',
    '5.1.1',
    'kerio.thaibinh.example',
    '550 5.1.1 User unknown Reporting s',
  ],
  [
    'mail-ru-koi8r',
    'failed',
    'hard',
    null,
    'mxs.mail.ru.example',
    '550 Message was not accepted -- in',
  ],
  [
    'mdaemon-permanent',
    'failed',
    'hard',
    null,
    'mail.thaibinh.example',
    '550 <tb-01@thaibinh.example>, Reci',
  ],
  [
    'postfix-delayed',
    'delayed',
    'soft',
    '4.4.1',
    'mail.thaibinh.example',
    'connect to mx.thaibinh.example[203',
  ],
  [
    'postfix-delivered',
    'delivered',
    'soft',
    '2.0.0',
    'mail.thaibinh.example',
    'delivered to mailbox',
  ],
  [
    'postfix-unknown-user',
    'failed',
    'hard',
    '5.1.1',
    'mx.thaibinh.example',
    '550 5.1.1 <tb-01@thaibinh.example>',
  ],
  [
    'qmail-gave-up',
    'failed',
    'soft',
    '4.4.1',
    'qmail.thaibinh.example',
    "Sorry, I wasn't able to establish",
  ],
  [
    'qmail-no-mailbox',
    'failed',
    'hard',
    '5.1.1',
    'qmail.thaibinh.example',
    'Sorry, no mailbox here by that nam',
  ],
  [
    'sendmail-expanded-to-list',
    'relayed',
    'soft',
    '2.1.5',
    'list.thaibinh.example',
    '----- The following addresses had',
  ],
  [
    'sendmail-host-unknown',
    'failed',
    'hard',
    '5.1.2',
    'thaibinh.exampel',
    '550 Host unknown) ----- Transcript',
  ],
  [
    'vietnamese-windows-1258',
    'failed',
    'hard',
    null,
    'tinh.example',
    'Địa chỉ tb-01@thaibinh.example khô',
  ],
  [
    'viettel-decomposed-qp',
    'failed',
    'soft',
    null,
    'viettel-mail.example',
    'Thư gửi tới tb-01@thaibinh.example',
  ],
  [
    'vnpt-utf8-base64',
    'failed',
    'hard',
    null,
    'vnpt-mail.example',
    'Kính gửi Quý khách, Thư của Quý kh',
  ],
  ['yahoo-disabled', 'failed', 'hard', null, 'yahoo.example', 'Sorry, we were unable to deliver y'],
  [
    'zimbra-account-closed',
    'failed',
    'hard',
    '5.2.1',
    'zimbra.thaibinh.example',
    '550 5.2.1 mailbox is disabled',
  ],
  [
    'zoho-policy',
    'failed',
    'soft',
    '5.7.1',
    'mail.zoho.example',
    'tb-01@thaibinh.example Failed Reas',
  ],
];
const NO_REPORTS = [
  ...['not-away-exchange', 'not-away-gmail-responder', 'not-away-vacation'],
  ...['not-challenge', 'not-challenge-vietnamese', 'not-complaint', 'not-empty'],
  ...['not-person', 'not-read-receipt'],
];

describe('a report', () => {
  it.each(REPORTS)(
    'in the form %s is %s, %s',
    async (...[name, reported, hard, status, server, diagnostic]) => {
      expect(await reportIn(name)).toEqual({
        ...{ reported, status, server, isHard: hard === 'hard' },
        diagnostic: expect.stringContaining(diagnostic),
      });
    },
  );

  it.each(NO_REPORTS)('is none of %s', async (name) => {
    expect(await reportIn(name)).toBeUndefined();
  });

  it('is expected of every file here', () => {
    const files = readdirSync(FOLDER).flatMap((file) => /^(.+)\.eml$/.exec(file)?.[1] ?? []);
    expect([...REPORTS.map(([name]) => name), ...NO_REPORTS].toSorted()).toEqual(files.toSorted());
  });
});
