/** Enhanced status codes (RFC 3463), class left out, that say the address itself is wrong or gone. */
const HARD = /^(1\.[0-36]|1\.10|2\.1|4\.4|4\.310)$/;
/** Those that are about something else, whatever the words beside them. */
const SOFT = /^(1\.[4-9]|2\.[234]|3\.\d+|4\.(?!4$|0$|310$)\d+|6\.\d+|7\.\d+)$/;

const HARD_WORDS = new RegExp(
  [
    /(unknown|no such|invalid|non-?existent|unrouteable|bad|undeliverable) (local |destination |mail )?(user|mailbox|recipient|address|domain|host|account)/,
    /(user|mailbox|recipient|account|address|domain|host|name)( \S+){0,4} (is )?(unknown|invalid|not found|disabled|inactive|closed|suspended|(could|can)(n[o']t| not) be found|wasn't found|does(n't| not) exist|no longer exists?|not listed|not known|discontinued)/,
    /(not|isn't) (listed in|a (known|valid)|our customer)/,
    /no mail servers appear|550[ -](5\.\d+\.\d+ )?(requested action not taken: )?mailbox unavailable/,
    /no (mailbox|account|such (person|user|domain))|doesn't have an? \S+ account|host or domain name not found/,
    /không (tồn tại|tìm thấy|có (hộp thư|người dùng|tài khoản|địa chỉ))|sai địa chỉ|đã bị (khóa|khoá|xóa|xoá)|(ngừng|không còn) (được )?(hoạt động|sử dụng|tồn tại)/,
    /не существует|несуществующ|не найден|неизвестн|存在しません|見つかりません|不存在/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'iu',
);
const SOFT_WORDS =
  /quota|mailbox( \S+){0,2} full|over (the )?(storage |size )?limit|too (large|big)|exceed|timed? ?out|try again|temporar|gr[ae]y-?list|spam|blocked|blacklist|blocklist|policy|đầy|vượt|dung lượng|tạm thời|переполнен|превышен/iu;

/** Whether a failure means that the address will not work tomorrow either; `status` is like `5.1.1`. */
export function isHard(status: string | null, words: string): boolean {
  if (status?.startsWith('4')) return false;
  const detail = status?.slice(2) ?? '';
  if (SOFT.test(detail)) return false;
  if (SOFT_WORDS.test(words)) return false;
  return HARD.test(detail) || HARD_WORDS.test(words);
}
