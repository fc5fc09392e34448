import type { Dispatch } from '../../../../src/office/dispatches/dispatch.entity.ts';
import type { Owing } from '../../../../src/office/follow-up/reminders/owing.ts';
import { digestMail, ownMail } from '../../../../templates/office/follow-up/reminders/mails.tsx';
import { renderToString } from 'preact-render-to-string';

const about = (reading: string) =>
  ({
    ...{ id: 'd', reading, number: 12, symbol: 'STTTT-BCVT', type: 'cong-van' },
    ...{ abstract: 'nhân sự xã', issuedOn: '2026-03-02', head: { name: 'Sở A' } },
  }) as unknown as Dispatch;
const owing = [{ name: 'UBND xã Bắc Sơn', deadline: new Date(0) }] as Owing[];
const now = new Date(86_400_000);

/** All of a mail, as text and as a page. */
const told = (rung: 'clerk' | 'head' | 'parent', reading = 'restricted') => {
  const what = { rung, concerns: 'acknowledgement' } as const;
  const { subject, text, html } = digestMail(
    about(reading),
    'Ông B',
    what,
    owing,
    now,
    'https://x',
  );
  return [subject, text, renderToString(html)].join('\n');
};

describe('a reminder about a restricted dispatch', () => {
  it('tells the clerk what every reminder tells', () => {
    expect(told('clerk')).toBe(told('clerk', 'office'));
    expect(told('clerk')).toContain('nhân sự xã');
  });

  it('tells the head that so many are late, not what it is about nor whom it went to', () => {
    expect(told('head')).toContain('12/STTTT-BCVT: 1 nơi chưa xác nhận tiếp nhận, 1 nơi quá hạn');
    expect(told('head')).not.toMatch(/nhân sự|Bắc Sơn/);
    expect(told('head', 'office')).toMatch(/nhân sự[^]*Bắc Sơn/);
  });

  it('tells the agency above which of its own are late, not what it is about', () => {
    expect(told('parent')).toContain('UBND xã Bắc Sơn');
    expect(told('parent')).not.toContain('nhân sự');
  });

  it('tells the recipient what it is about', () => {
    const mail = ownMail(about('restricted'), 'A', 'acknowledgement', owing[0]!, now, 'https://x');
    expect(mail.text).toContain('nhân sự xã');
  });
});
