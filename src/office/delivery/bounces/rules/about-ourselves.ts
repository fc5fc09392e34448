import { orMasked, type Rule } from './rule.ts';

const REFUSED =
  /(not|no|never|cannot|can't|could ?n[o']t|does ?n[o']t|is ?n[o']t|rejected|denied|refused|unknown|invalid|block(ed|list(ed)?)|black-?listed|banned|unverified|un(routable|routeable|resolvable)|bad|fail(s|ed|ure)?|spoofed|forged|missing|null)/
    .source;

const about = (pattern: RegExp, source: string): Rule => ({ pattern, cause: 'ourselves', source });
const refused = (whose: RegExp, source: string): Rule =>
  about(new RegExp(`${whose.source}[^.;]{0,60}?\\b${REFUSED}\\b`, 'iu'), source);

/** Our address, domain, DNS, signature, encryption, sign-in or IP address. */
export const ABOUT_OURSELVES: Rule[] = [
  refused(
    /\b((envelope |return )?(sender|originator|return[- ]?path|reverse[- ]?path)('s|s)?|(return|bounce|reply) (e-?mail )?address|reply[- ]to (address|header|field))\b(?!\))/,
    'Postfix: reject_unknown_sender_domain; Exim: verify = sender',
  ),
  refused(
    /\b(mail ?from|from[- ](header|address|domain|field|line)|header from|rfc5322\.from)\b/,
    'RFC 5321, 3.3; RFC 7489',
  ),
  refused(
    /\b(e-?)?(mails?|messages?|connections?) (sent |coming |received )?from\b(?! \S+ to\b)/,
    'ZoneMTA, bounces.txt: “Mail from … rejected”',
  ),
  about(
    /\b(invalid|unknown|bad|unverified|unrout?e?able|forged|spoofed|unresolvable|illegal|non-?existent|unauthori[sz]ed|disallowed|unauthenticated|blocked|rejected|empty|null) (envelope )?(sender|return[- ]?path|mail from|originator|from (address|header))/iu,
    'Exim: “unrouteable sender”',
  ),
  about(
    /\bsender('s)? (e-?mail )?(address|account|mail ?box|user|id) (is |was |has been )?(disabled|suspended|inactive|deactivated|closed|locked|deleted)\b|\b(no such|unknown|unresolvable|invalid|non-?existent|bad) \S+ in (the )?(mail ?from|from|sender|return[- ]?path|envelope)\b/iu,
    'RFC 5321, 3.3: answers to MAIL FROM',
  ),
  about(
    /verif\w*( \S+)? (failed|failure)|(failed|unable|cannot|could not) (to )?verify|while verifying|(callback|callout)\b/iu,
    'Exim 4.96, verify = sender/callout',
  ),
  about(
    /\b(domain|host) (of|for) (the )?(sender|from|helo)|\bsender('s)? (e-?mail |ip |mta )?(domain|host|ip|server|id|score|reputation|policy)|sending (mta|server|host|ip|domain)/iu,
    'Sendmail: “Domain of sender address … does not exist”',
  ),
  about(
    /\b(spf|dkim|dmarc|arc|senderid|bimi|fcrdns)\b|sender policy framework|domainkeys/iu,
    'RFC 7208, 6376, 7489, 8617',
  ),
  about(
    /\b(ptr|rdns|reverse (dns|lookup|address|host|mapping|name))\b|find your (reverse )?host ?name|\b(helo|ehlo)\b.{0,60}(reject|not|invalid|mismatch|fail|forged|syntax)|\b(reject|invalid|bad|fail\w*|forged|mismatch\w*)[^.;]{0,30}\b(helo|ehlo)\b/iu,
    'Postfix: reject_unknown_client_hostname, reject_invalid_helo_hostname',
  ),
  about(
    /\b(black|block|deny|reject|bann?)[- ]?list|\b(dns|uri|r|s)bls?\b|dnsrbl|spamhaus|spamcop|\bsorbs\b|barracuda(central| reputation)|uceprotect|cloudmark|senderbase|sender ?score|reputation|blocked using/iu,
    'Postfix: default_rbl_reply; ZoneMTA, bounces.txt',
  ),
  about(
    /\b(your|sending|connecting|originating)( \S+)? (ip|ips|ip-address|mail ?server|server|hosts?|domain|mta|network|isp|computer|provider|organi[sz]ation|tenant|subscription)\b(?! (is )?full)/iu,
    'ZoneMTA, bounces.txt: “Your IP …”',
  ),
  about(
    /\byour (e-?mail |sender |from )?(address|account|mailbox)\b[^.;]{0,60}(block|suspend|disabl|reject|not (allow|permit|author|exist|found|valid|known)|(does|is)n't|unknown|invalid|banned|denied|compromis|limit)|\byou('re| are| were)? (now )?(sending|mailing|writing|sent|mailed|wrote)( \S+)? from\b/iu,
    'MessageLabs: “Your email address has been blacklisted”',
  ),
  about(
    /\bclient (host|address|certificate)\b|(‹ip›|\bip( address)?s?\b)[^.;]{0,40}(block|bann|list|reject|denied|den(y|ies)|refus|poor|not (allow|permit|accept|welcome))|(block|bann|list|reject|denied|refus)\w*[^.;]{0,30}(\bip\b|‹ip›)/iu,
    'Postfix: “Client host rejected”',
  ),
  about(
    /authenticat(e|ion|ed)\b|\b(smtp[- ]?)?auth (is )?(required|failed|first)|log ?in (first|required|failed)|pop before smtp|credentials|password|must (issue|use|send)[^.;]{0,20}(starttls|tls|auth|encrypt)|(starttls|tls|encryption) (is )?(required|needed)|require_?tls|certificate/iu,
    'RFC 4954, 6; RFC 3207; RFC 8689',
  ),
  about(
    /\brelay(ing)?\b[^.;]{0,30}(denied|not|prohibit|reject|disabled|forbid|refus|restrict)|(not|unable|cannot|can't|do(es)? not|don't|won't|will not|denied|no|refus\w*|attempted?)( \S+){0,4} relay\b|relaying|we do not relay/iu,
    'Postfix, Sendmail, Exchange: relaying denied',
  ),
  about(
    /not (allowed|permitted|authori[sz]ed) (to (send|relay|use|submit|mail)|as )|send(ing)? (as|on behalf)|sendas ?denied|not owned by user/iu,
    'Postfix: reject_sender_login_mismatch; Exchange: SendAsDenied',
  ),
  about(
    orMasked(
      /(người|bên|máy chủ|tên miền|địa chỉ|ip)( \S+)? gửi(?! (đến|tới|cho|vào))[^.;]{0,60}(không|bị|sai|chưa|từ chối|chặn)|(từ chối|chặn)( \S+){0,3} (người|bên|máy chủ|tên miền|ip) gửi|danh sách đen|(chưa|không) (được )?xác thực|(ip|tên miền|máy chủ|tài khoản) của (bạn|quý khách|đơn vị bạn|quý cơ quan)/iu,
    ),
    'Vietnamese wording of the same refusals',
  ),
];
