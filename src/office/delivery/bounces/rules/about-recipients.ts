import { orMasked, type Rule } from './rule.ts';

const about = (pattern: RegExp, source: string): Rule => ({ pattern, cause: 'recipient', source });

/** Nobody has this address, in words that leave no doubt. */
export const ABOUT_RECIPIENTS: Rule[] = [
  about(
    /5\.4\.1\b[^;]{0,20}recipient address rejected: access denied/iu,
    'Exchange Online, directory-based edge blocking (OfficeDocs-Exchange#2336)',
  ),
  about(
    /recip(ient)?notfound|ExRecipNotFound|RESOLVER\.ADR\.(InvalidInSmtp|BadPrimary|ExRecipNotFound|RecipNotFound)/iu,
    'Exchange: RESOLVER.ADR',
  ),
  about(
    /\b(unknown|no such|invalid|illegal|non-?exist(e|a)nt|unrout?e?able|undeliverable|bad|wrong|incorrect|dead|inactive|disabled|suspended|closed|deactivated|deleted|terminated|discontinued|abandoned|expired|archived)( or \S+)? ((local|destination|e-?mail|mail|virtual|final|recipient('s)?|target|forwarding|rcpt|alias|smtp|system|existing) )*(user( ?(name|id))?|mailbox|mail box|recipients?|address(es)?|domain|hosts?|account|local[- ]?part|rcpt|alias|person|addressee|names?)\b(?! (provided|specified) )/iu,
    'RFC 3463, X.1.1–X.1.3; Sisimai: UserUnknown',
  ),
  about(
    /\b(user( ?name)?|mailbox|mail box|inbox|recipients?|account|address(es)?|alias|person|addressee|‹recipient›)[^.;]{0,60}?\b(unknown|invalid|not found|disabled|inactive|closed|suspended|deactivated|(is|was|been|account) (deleted|removed|cancell?ed)|terminated|discontinued|abandoned|archived|retired|has expired|not (active|valid|known|listed|local|exist|present|registered|recogni[sz]ed|our (user|customer)|in service|available here|found|unique)|(could|can)( ?n[o']t| not) be (found|resolved|matched|located)|w(as|ere)( not|n't) found|does( ?n[o']t| not) (exist|have an?)|do( ?n[o']t| not) exist|no longer|never existed|(has |have )?moved|doesn't have|blocked due to inactivity|invalid or)/iu,
    'RFC 3463, X.1.1, X.1.6, X.2.1; Gmail, Yahoo, Zimbra, Domino',
  ),
  about(
    /\b(domain|host|mail ?domain|domain name|dns domain|destination)( ‹?[^\s.;]+›?){0,4}? (is )?(unknown|invalid|not (found|known|exist)|(could|can)( ?n[o']t| not) be (found|resolved)|w(as|ere)( not|n't) found|does( ?n[o']t| not) (exist|accept (any )?(e-?)?mails?(?! from))|no longer exists?|expired|has no (mail|mx)|non-?existent)/iu,
    'RFC 3463, X.1.2; RFC 7505; Postfix, Exim, Sendmail',
  ),
  about(
    /\bno (mailbox|account|user|recipient|such (person|user|mailbox|address|recipient|domain|account|name|alias|customer|local)|one|record of|mail ?box|mail servers?|mx( record)?s?|address associated|smtp service|valid (mx|mail ?(box|exchanger)))\b|non-?existent hosts|name or service not known|nxdomain|null ?mx|missing home directory|does not specify a valid notes mail file/iu,
    'Exim: dnslookup; RFC 7505; qmail; Domino',
  ),
  about(
    /\b(not|isn't) (listed in|(a|an|one of) (known|valid|local|registered|active|existing|deliverable|our)|(our|my) (user|customer)|in (my|our|the)( \S+)? (list|directory|table|database))|user not local|(he|she|recipient|user|mailbox)?\s?(is )?no longer (on|at|with|in) (this|our|the)|(is |was )?not (on|at|in|with|known (to|on|at)) (this|our) (system|server|host|domain|site|network|organi[sz]ation)|has left the|(recipient )?name is not recogni[sz]ed|is not recogni[sz]ed|has (a )?new address|doesn't have an? \S+ account|unknown or illegal alias|no user record found/iu,
    'RFC 5321, 551; Exchange 5.5; Yahoo; iCloud',
  ),
  about(
    orMasked(
      /không (tồn tại|tìm thấy|có (hộp thư|hòm thư|người dùng|tài khoản|địa chỉ|thật)|đúng địa chỉ|(có|nằm|còn) trong (hệ thống|danh sách|danh bạ))|(địa chỉ|tên miền|hộp thư|hòm thư|email|người nhận|tài khoản)( \S+){0,4} (đã( được)? (khóa|khoá|xóa|xoá|hủy|huỷ|đóng|thu hồi)|không (đúng|hợp lệ|chính xác|có thật|còn)|sai)|sai địa chỉ|(đã|đang)? ?bị (khóa|khoá|xóa|xoá|hủy|huỷ|đóng|vô hiệu)|(đã )?(ngừng|ngưng|dừng|không còn|hết hạn) (được )?(hoạt động|sử dụng|tồn tại|dùng|công tác)|vô hiệu (hóa|hoá)/iu,
    ),
    'Vietnamese providers’ wording',
  ),
  about(
    /khong (ton tai|tim thay|co (hop thu|hom thu|nguoi dung|tai khoan|dia chi|that)|hop le)|(hop thu|hom thu|tai khoan|dia chi|email)( \S+){0,4} da( duoc)? (khoa|xoa|huy|dong|thu hoi)\b|(da|dang)? ?bi (khoa|xoa|huy|dong)\b|ngung (hoat dong|su dung)/iu,
    'The same without accents',
  ),
  about(
    /не существует|несуществующ|не найден|неизвестн|存在しません|見つかりません|不存在|inexistant|existe pas|no existe|unbekannt/iu,
    'Russian, Japanese, Chinese, French, Spanish, German wording',
  ),
];

/** Said of an address that is gone, but of other things as well: asked after policy and specific codes. */
export const PROBABLY_ABOUT_RECIPIENTS: Rule[] = [
  about(
    /mailbox( \S+)? (is )?(unavailable|not available)|^551\b|(#5\.1\.0|\b5\.1\.0) address rejected|no valid recipients/iu,
    'RFC 5321, 4.2.3: 550 and 551; IronPort RAT',
  ),
];
