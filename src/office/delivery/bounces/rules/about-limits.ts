import { orMasked, type Cause, type Rule } from './rule.ts';

const rule = (cause: Cause, pattern: RegExp, source: string): Rule => ({ cause, pattern, source });

/** How much or how fast we send. */
export const ABOUT_RATE: Rule[] = [
  rule(
    'rate',
    /too (many|much|fast|frequent(ly)?|quick(ly)?)\b(?! (hops|received|mails? in))|\b(rate|hour(ly)?|daily|connection|throughput)[- ]?limit|at (too high )?an? (\S+ )?rate|sending rate|\brate (of|exceeded|control|that)|throttl/iu,
    'Gmail SMTP errors 4.2.1/5.2.1; Postfix anvil',
  ),
  rule(
    'rate',
    /(limit|quota|messages?|recipients?|e?-?mails?|connections?|times)( \S+){0,4} (per|an?|each|in an?|within an?|this|in one|last|past) (hour|day|minute|second|24)|(hourly|daily|sending|outgoing|outbound|recipient|message|messages) (limit|quota|rate)|exceed\w*[^.;]{0,40}(rate|number of (messages|recipients|connections|mails)|max(imum)? (e?-?mails?|messages|connections|recipients))/iu,
    'cPanel/Exim: max emails per hour; Exchange Online 5.1.90',
  ),
  rule(
    'rate',
    orMasked(
      /slow(er)? down|try again slower|unusual (rate|volume|amount|traffic)|unexpected volume|excessive (number|volume|rate|amount|traffic|messages?|e?-?mails?|connections?)|mail ?flood|flooding|concurren(t|cy)|quá nhiều (thư|lần|người nhận|kết nối|email)|(vượt|quá)( quá)? (giới hạn|hạn mức|số lượng|tần suất|tốc độ)( \S+){0,3} (gửi|thư|kết nối|email)|(mỗi|một|1|trong) (giờ|ngày|phút)(?!\p{L})|tần suất|tốc độ gửi/iu,
    ),
    'Yahoo TS0n; RFC 7372 draft: mail flood; Vietnamese wording',
  ),
];

/** The mailbox is there and full, or the mail too large. */
export const ABOUT_SIZE: Rule[] = [
  rule(
    'too-large',
    /(message|mail|e-mail|content|attachments?|thư|size|file)( \S+){0,5} (too (large|big)|larger|exceeds?( \S+){0,4} (size|maximum|limit))|too (large|big)|(maximum|max|message|mail) size|size (limit|exceed)|(thư|tệp|dung lượng thư)( \S+){0,2} quá lớn|lớn hơn (mức|giới hạn|dung lượng)/iu,
    'RFC 1870; RFC 3463, X.3.4',
  ),
  rule(
    'mailbox-full',
    /(over|exceed\w*|above|beyond|reached|hit)( \S+){0,5} (quota|storage|allocation|allotted|space|(mailbox|storage|size) limit)|\bquota\b|over ?quota|(mailbox|mail ?box|inbox|account|storage|user|recipient|mail ?dir|folder|mailfolder|disk)( \S+){0,5} (is |are |was )?(already )?(too )?full\b(?! (name|address))|insufficient (system )?(storage|space|disk)|out of (storage|space|disk)|no (more )?(space|storage|room)|not enough (space|storage|room|disk)|over the (allowed )?limit|too many (messages|mails?) in/iu,
    'RFC 3463, X.2.2; Gmail, Yahoo, qmail: quota',
  ),
  rule(
    'mailbox-full',
    orMasked(
      /đầy(?! đủ)|hết (dung lượng|chỗ|bộ nhớ)|(vượt|quá|đạt)( \S+){0,3} dung lượng|dung lượng( \S+){0,3} (vượt|đã hết|không đủ)|hop thu (da )?(bi )?day\b|pleine|saturée|\bvoll\b|переполнен|превышен/iu,
    ),
    'Vietnamese, French, German, Russian wording',
  ),
];

/** What the receiving side takes from whom. */
export const ABOUT_POLICY: Rule[] = [
  rule(
    'policy',
    /polic(y|ies)|\bspam|unsolicited|\bjunk\b|\bbulk\b|virus|malware|phish|suspicious|\bcontent\b|attachment|\bblock(ed|s|ing)?\b|administrat(ive|ively)|prohibit|forbidden|not (allowed|permitted|authori[sz]ed|accepted)|access (is )?denied|denied by|\brestrict|security|filter|\brules?\b|permission|quarantin|only accept|accepts? (mail|messages) only|members? only|moderat|compliance|delivery not authori[sz]ed|by (the )?recipient|user rules|refuses? to (receive|accept)|rejected by (your|the|a|an) /iu,
    'RFC 3463, X.7.1; RFC 5429 (Sieve reject)',
  ),
  rule(
    'policy',
    /automatically rejected|refused by (the|a) (recipient|mail filter)/iu,
    'RFC 5429, 2.1; Pigeonhole, Cyrus',
  ),
  rule(
    'policy',
    orMasked(
      /chính sách|thư rác|\bchặn\b|vi-?rút|quy định|an ninh|bảo mật|nội dung|không được phép/iu,
    ),
    'Vietnamese wording',
  ),
];

/** Now is a bad time: for the mailbox first, for the way to it last. */
export const ABOUT_MAILBOX_FOR_NOW: Rule[] = [
  rule(
    'temporary',
    /\bunverified address\b|host not found, try again/iu,
    'Postfix: reject_unverified_recipient (“undeliverable” is the one that is known); TRY_AGAIN of a resolver',
  ),
  rule(
    'temporary',
    orMasked(
      /temporar(y|ily)( \S+){0,2} (disabled|suspended|unavailable|inactive|locked|blocked|closed|rejected|not)|(disabled|suspended|unavailable|inactive|locked|closed|failure)( \S+)? temporarily|tạm (thời )?(\S+ )?(khóa|khoá|ngừng|ngưng|dừng|đình chỉ|chưa|không)/iu,
    ),
    'Wording of a state that ends',
  ),
];
export const ABOUT_NOW: Rule[] = [
  rule(
    'temporary',
    orMasked(
      /tim(ed|e)[- ]?out|temporar(y|ily)|gr[ae]y-?list|deferr|retry (time|timeout)|(connection|network)( \S+)? (refused|reset|closed|lost|dropped|error|failed)|unreachable|no route|\bloop|(too many|max(imum)?) hops?|hop count|have been failing|did not complete|servfail|internal (server |system )?error|configuration error|system (error|problem|failure)|i\/o error|(message|delivery|retry|queue)( \S+){0,3} expired|tạm thời|quá thời gian|hết thời gian/iu,
    ),
    'RFC 3463, X.3 and X.4; Exim retry rules',
  ),
];
