import { type Parties, mask } from './mask-parties.ts';

/** What a refusal says, ready to be held against the rules. */
export interface RefusalText {
  /** In one line, addresses replaced by whose they are. */
  whole: string;
  /** What a relay quotes of the server behind it. */
  quoted: string | undefined;
}

const LONGEST_WORDS = 20_000;

/** How relays quote: the last group is what the other server said. */
const QUOTES = [
  /\b[45]\d\d-'(.+?)'/su, // IronPort: 5.1.0 - Unknown address error 550-'…'
  /#[45]\.[\dx]+\.[\dx]+ smtp;? ?(.+?)>?\s*$/su, // <host #5.0.0 smtp; 550 …>
  /remote server (?:returned|said|responded)[^'"]{0,40}['"](.+)['"]/isu, // Exchange
  /->\s*([45]\d\d.+)$/su, // Exchange Online: returned an error -> 550 …
  /^.*\bsaid:\s*(.+)$/su, // Postfix, which may quote another Postfix
  /<<<\s*(.+)$/su, // Sendmail, Courier
  /error from remote mail server[^:]*(?::<[^>]*>)?:?\s+([45]\d\d.+)$/isu, // Exim
  /\b(?:remote|host|server|mta|upstream|gateway)\b[^.;:]{0,30}?\b(?:said|replied|responded|returned|answered|response)(?: \S+)?:?\s*['"]?([45]\d\d.+)$/isu, // qmail, hMailServer, Gmail
];
const URL = /\b(?:https?:\/\/|www\.)[^\s<>"')\]]+/giu;
/** Who speaks, not what is said: a server may be called spam or block. */
const SPEAKER = /\bhost \S+ (?:said|refused to talk to me):|\((?:in reply to|state)\b[^)]*\)/giu;

/** A sentence that tells the reader what to do or what may be: no statement of the server’s. */
const ADVICE =
  /^[\s"'*-]*(please|kindly|if|should you|unless|when|check|double-?check|try|contact|ask|see|visit|refer|consult|for (more|further|help|assistance|information|details|questions)|you (can|may|might|should|will|could|must)|make sure|ensure|verify|confirm|to (fix|resolve|avoid|solve|learn|request|find)|learn more|more (info|details|help)|click|it (may|might|could)|this (may|might|could|can)|hãy|vui lòng|xin|nếu|kiểm tra|đề nghị|liên hệ|(quý khách|quý cơ quan|bạn|anh\/chị) (vui lòng|hãy|nên|có thể|cần)|để (được|biết))(?![\p{L}])/iu;

/** The command that was answered, as Postfix, Exim, Sendmail, hMailServer and MDaemon write it. */
const ANSWERED = /(?:in reply to|after(?: pipelined)?|sent:|>>>|-->)\s+/.source;
const BEFORE = new RegExp(
  `${ANSWERED}(?:MAIL FROM|EHLO|HELO|LHLO|STARTTLS|AUTH)\\b|refused to talk to me`,
  'iu',
);
const LATER = new RegExp(`${ANSWERED}(?:RCPT TO|DATA|BDAT|end of (?:DATA|data))`, 'iu');

/** Whether a report says that a server refused before `RCPT TO`: it cannot mean the recipient then. */
export const isBeforeRecipient = (report: string): boolean =>
  BEFORE.test(report) && !LATER.test(report);

/** Whole words in a line or more become an answer; `words` may be many lines of a mail. */
export function readAnswer(words: string, parties: Parties = {}): RefusalText {
  const unescaped = unescapeOctal(words.slice(0, LONGEST_WORDS))
    .normalize('NFC')
    .replace(/[’ʼ]/gu, "'");
  const text = oneLine(unescaped);
  const quote = lastQuote(text);
  return {
    whole: statements(text, parties),
    quoted: quote === undefined ? undefined : statements(quote, parties),
  };
}

/** Exim writes each byte that is not ASCII as `\303`: Vietnamese becomes readable again. */
export function unescapeOctal(text: string): string {
  return text.replace(/(?:\\[2-3][0-7]{2})+/g, (bytes) => {
    const codes = bytes.slice(1).split('\\');
    const found = Buffer.from(codes.map((code) => Number.parseInt(code, 8))).toString('utf8');
    return found.includes('\uFFFD') ? bytes : found;
  });
}

/** `550-5.1.1 no such⏎550 5.1.1 user` is `550-5.1.1 no such user`. */
function oneLine(text: string): string {
  let continued = '';
  return text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/(?<![\d.])([45]\d\d)([- ])(?:[45]\.\d+\.\d+ +)?/gu, (prefix, code, mark) => {
      const isContinuation = code === continued;
      continued = mark === '-' ? code : '';
      return isContinuation ? '' : prefix;
    });
}

function lastQuote(text: string): string | undefined {
  let quote: string | undefined;
  for (const pattern of QUOTES) {
    const found = pattern.exec(quote ?? text)?.[1];
    if (found && /\S/.test(found)) quote = found;
  }
  return quote;
}

function statements(text: string, parties: Parties): string {
  const plain = mask(text.replace(URL, '').replace(SPEAKER, ''), parties);
  const sentences = plain.split(/(?<=[.!?])\s+(?=[\p{Lu}\p{Lo}*"'‹]|\d{3}\b)/u);
  const stated = sentences.filter((sentence) => !ADVICE.test(sentence));
  return (stated.length > 0 ? stated : sentences).join(' ');
}
