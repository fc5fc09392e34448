import { acceptance, failureOf, type Progress } from './smtp-result.ts';

describe('the outcome of an attempt', () => {
  const failures: [object, Progress, object][] = [
    [
      { responseCode: 550, response: '550 5.1.1 No such user', command: 'RCPT TO' },
      'talking',
      { outcome: 'permanent', stage: 'recipient', replyCode: 550, isServerWide: false },
    ],
    [
      { responseCode: 451, response: '451 4.7.1 Greylisted', command: 'RCPT TO' },
      'talking',
      { outcome: 'temporary', stage: 'recipient', replyCode: 451, isServerWide: false },
    ],
    [
      { responseCode: 421, response: '421 4.3.2 Closing', command: 'MAIL FROM' },
      'talking',
      { outcome: 'temporary', stage: 'sender', replyCode: 421, isServerWide: true },
    ],
    [
      { responseCode: 535, response: '535 5.7.8 Wrong password', command: 'AUTH PLAIN' },
      'connecting',
      { outcome: 'temporary', stage: 'login', replyCode: 535, isServerWide: true },
    ],
    [
      { responseCode: 554, response: '554 5.7.1 No service', command: 'CONN' },
      'connecting',
      { outcome: 'temporary', stage: 'connection', replyCode: 554, isServerWide: true },
    ],
    [
      { message: 'connect ECONNREFUSED', command: 'CONN' },
      'connecting',
      { outcome: 'temporary', stage: 'connection', replyCode: null, isServerWide: true },
    ],
    [
      { message: 'Connection closed', command: 'CONN' },
      'sent',
      { outcome: 'temporary', stage: 'reply', replyCode: null, isServerWide: false },
    ],
    [
      { response: 'hello?', command: 'RCPT TO' },
      'talking',
      { outcome: 'temporary', stage: 'recipient', replyCode: null, reply: 'hello?' },
    ],
    [
      { code: 'EMESSAGE', message: 'Message size larger than allowed 1000', command: 'MAIL FROM' },
      'talking',
      { outcome: 'permanent', stage: 'sender', replyCode: null, isServerWide: false },
    ],
    [
      { responseCode: 552, response: '552 5.3.4 Too big', command: 'DATA' },
      'sent',
      { outcome: 'permanent', stage: 'message', replyCode: 552, isServerWide: false },
    ],
  ];

  it.each(failures)('of %j while %s', (error, progress, outcome) => {
    expect(failureOf(error, progress)).toMatchObject(outcome);
  });

  it('keeps the server’s words, but no control characters', () => {
    expect(acceptance('250 2.0.0 Ok:\0\r\nqueued')).toMatchObject({
      outcome: 'accepted',
      replyCode: 250,
      reply: '250 2.0.0 Ok: queued',
    });
  });
});
