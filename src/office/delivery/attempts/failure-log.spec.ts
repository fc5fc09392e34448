import { Logger } from '@nestjs/common';
import { FailureLog } from './failure-log.ts';
import type { AttemptResult } from './attempt-result.ts';

describe('the log of what is not taken', () => {
  const said: string[] = [];
  const refused = (replyCode: number, reply: string): AttemptResult => ({
    outcome: 'permanent',
    stage: 'recipient',
    replyCode,
    reply,
    isServerWide: false,
  });
  beforeEach(() => {
    said.length = 0;
    Logger.overrideLogger({
      log: () => {},
      error: () => {},
      warn: (line: string) => void said.push(line),
    });
  });
  afterEach(() => Logger.overrideLogger(false));

  it('has a line for each kind of refusal a minute, however many there are, and counts the others', () => {
    const log = new FailureLog('MailChannel');
    for (let each = 0; each < 5000; each += 1)
      log.note('mail:587', refused(550, `no user ${each}`), 0);
    log.note('mail:587', refused(452, 'mailbox\r\nfull'), 10);
    log.note('mail:587', refused(550, 'no user'), 60_000);
    expect(said).toEqual([
      'mail:587 permanent recipient 550: no user 0',
      'mail:587 permanent recipient 452: mailbox full',
      'mail:587 permanent recipient 550: no user (and 4999 more in the time before)',
    ]);
  });

  it('says nothing of what was taken', () => {
    new FailureLog('MailChannel').note('mail:587', { ...refused(250, 'ok'), outcome: 'accepted' });
    expect(said).toEqual([]);
  });
});
