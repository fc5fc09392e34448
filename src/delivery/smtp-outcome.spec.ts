import { acceptance, failureOf } from './smtp-outcome.ts';

describe('the outcome of an attempt', () => {
  it.each([
    [{ responseCode: 550, response: '550 5.1.1 No such user' }, 'permanent', 550],
    [{ responseCode: 451, response: '451 4.7.1 Greylisted' }, 'temporary', 451],
    [{ responseCode: 421, response: '421 4.3.2 Closing' }, 'temporary', 421],
    [{ code: 'ECONNECTION', message: 'connect ECONNREFUSED' }, 'temporary', null],
    [{ code: 'EENVELOPE', message: 'No recipients defined' }, 'permanent', null],
  ])('%j is %s', (error, outcome, replyCode) => {
    expect(failureOf(error)).toMatchObject({ outcome, replyCode });
  });

  it('keeps the server’s words', () => {
    expect(acceptance('250 2.0.0 Ok: queued')).toEqual({
      outcome: 'accepted',
      replyCode: 250,
      reply: '250 2.0.0 Ok: queued',
    });
  });
});
