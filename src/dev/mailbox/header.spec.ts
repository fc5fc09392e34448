import { decodeWords, subjectOf } from './header.ts';

describe('the subject of a mail', () => {
  const subject = (head: string) => decodeWords(subjectOf(Buffer.from(`${head}\r\n\r\nbody`)));

  it.each([
    ['From: a@b\r\nSubject: plain words\r\nTo: c@d', 'plain words'],
    ['subject: =?UTF-8?B?Q8O0bmcgdsSDbg==?=', 'Công văn'],
    ['Subject: =?utf-8?q?C=C3=B4ng_v=C4=83n?= 15', 'Công văn 15'],
    ['Subject: =?UTF-8?Q?C=C3=B4ng_v=C4?=\r\n =?UTF-8?Q?=83n_s=E1=BB=91?=', 'Công văn số'],
    ['Subject: folded\r\n once', 'folded once'],
    ['Subject: Công văn, tám bit', 'Công văn, tám bit'],
    ['Subject: =?x-unknown?B?QQ==?=', '=?x-unknown?B?QQ==?='],
    ['From: a@b', ''],
  ])('%j is read as %j', (head, expected) => {
    expect(subject(head)).toBe(expected);
  });

  it('is not looked for in the body', () => {
    expect(subjectOf(Buffer.from('From: a@b\r\n\r\nSubject: no\r\n'))).toBe('');
  });
});
