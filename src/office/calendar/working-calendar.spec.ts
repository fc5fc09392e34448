import { nationalDays, type CalendarDay } from './national-days.ts';
import { fromLunar } from './lunar.ts';
import { vietnamTime } from '../../platform/time/vietnam-time.ts';
import { WorkingCalendar } from './working-calendar.ts';

const calendar = new WorkingCalendar();
const moment = (text: string) => new Date(`${text.replace(' ', 'T')}:00+07:00`);
const acknowledgeBy = (text: string) => vietnamTime(calendar.acknowledgeBy(moment(text)));
const limit = (text: string) => vietnamTime(calendar.issueBy(moment(text), false).limit);

it.each([
  [2007, '2007-02-17'], // a day before China's
  [2012, '2012-01-23'],
  [2015, '2015-02-19'],
  [2020, '2020-01-25'],
  [2023, '2023-01-22'],
  [2024, '2024-02-10'],
  [2025, '2025-01-29'],
  [2026, '2026-02-17'],
  [2027, '2027-02-06'],
  [2028, '2028-01-26'],
  [2030, '2030-02-02'], // a day before China's
  [2033, '2033-01-31'],
])('Tết of %i begins on %s', (year, date) => {
  expect(fromLunar(year, 1, 1)).toBe(date);
});

it.each([
  [2020, '2020-04-02'],
  [2023, '2023-04-29'], // after the leap second month
  [2024, '2024-04-18'],
  [2025, '2025-04-07'],
  [2026, '2026-04-26'],
])('Giỗ Tổ of %i is on %s', (year, date) => {
  expect(fromLunar(year, 3, 10)).toBe(date);
});

describe('the days of a year', () => {
  const off = (year: number) =>
    nationalDays(year)
      .filter(({ kind }) => kind === 'holiday')
      .map(({ date }) => date.slice(5));

  it('are those that were announced for 2024', () => {
    expect(off(2024)).toEqual([
      '01-01',
      '02-08',
      '02-09',
      '02-10',
      '02-11',
      '02-12',
      '02-13',
      '02-14',
      '04-18',
      '04-29',
      '04-30',
      '05-01',
      '09-02',
      '09-03',
    ]);
  });

  it('make up for what falls on a day off, and have 24 November since 2026', () => {
    expect(off(2026)).toContain('04-27'); // Giỗ Tổ is a Sunday
    expect(off(2026)).toContain('11-24');
    expect(off(2025)).not.toContain('11-24');
    expect(off(2029)).toContain('11-26'); // 24 November is a Saturday
  });
});

describe('acknowledging is due', () => {
  it.each([
    ['the same day for what arrives in office hours', '2024-03-05 09:00', '17:00 05/03/2024'],
    ['the same day until its last minute', '2024-03-05 16:59', '17:00 05/03/2024'],
    ['the next working day for what arrives at 17:00', '2024-03-05 17:00', '17:00 06/03/2024'],
    ['on Monday for what arrives on Friday evening', '2024-03-08 18:00', '17:00 11/03/2024'],
    ['after 24 November', '2026-11-24 09:00', '17:00 25/11/2026'],
    ['after Tết', '2026-02-13 17:30', '17:00 23/02/2026'],
    ['on a Saturday that is worked for a Monday', '2026-08-22 10:00', '17:00 22/08/2026'],
    ['after the Monday that was swapped', '2026-08-28 17:05', '17:00 03/09/2026'],
  ])('%s', (_, sent, due) => {
    expect(acknowledgeBy(sent)).toBe(due);
  });
});

describe('issuing is due at the latest', () => {
  it.each([
    ['on the next working day at noon', '2024-03-05 15:00', '12:00 06/03/2024'],
    ['after 24 November', '2026-11-23 15:00', '12:00 25/11/2026'],
    ['on Monday when signed on Friday', '2024-03-08 15:00', '12:00 11/03/2024'],
    ['after Tết', '2025-01-24 16:00', '12:00 03/02/2025'],
    ['on the Saturday that is worked', '2024-05-03 09:00', '12:00 04/05/2024'],
    ['in the new year', '2025-12-31 11:00', '12:00 05/01/2026'],
  ])('%s', (_, signed, due) => {
    expect(limit(signed)).toBe(due);
  });

  it('half an hour after the signature when it is urgent', () => {
    const { due } = calendar.issueBy(moment('2026-11-23 23:50'), true);
    expect(vietnamTime(due)).toBe('00:20 24/11/2026');
  });

  it('on the same day first', () => {
    const due = (text: string) => vietnamTime(calendar.issueBy(moment(text), false).due);
    expect(due('2026-11-23 15:00')).toBe('17:00 23/11/2026');
    expect(due('2026-11-23 19:00')).toBe('12:00 25/11/2026');
    expect(due('2026-11-24 10:00')).toBe('12:00 25/11/2026');
  });
});

it('goes by what the office settled, and only for that year', () => {
  const days: CalendarDay[] = [{ date: '2027-02-06', kind: 'working', name: 'Làm bù' }];
  const own = new WorkingCalendar(new Map([[2027, days]]));
  expect(own.isWorkingDay('2027-02-06')).toBe(true);
  expect(own.isWorkingDay('2027-05-01')).toBe(false); // a Saturday
  expect(own.isWorkingDay('2027-04-30')).toBe(true); // not named
  expect(own.isWorkingDay('2026-04-30')).toBe(false);
  expect(own.isWorkingTime(moment('2027-02-06 07:30'))).toBe(true);
  expect(own.isWorkingTime(moment('2027-02-06 17:00'))).toBe(false);
});

describe('counts in working time', () => {
  const later = (text: string, minutes: number) =>
    vietnamTime(calendar.addWorkingMinutes(moment(text), minutes));
  it('hours before and after the end of the day, over weekends and Tết', () => {
    expect(later('2026-11-27 17:00', -120)).toBe('15:00 27/11/2026');
    expect(later('2026-11-27 17:00', 0)).toBe('17:00 27/11/2026');
    expect(later('2026-11-27 17:00', 120)).toBe('09:30 30/11/2026');
    expect(later('2026-11-28 10:00', 60)).toBe('08:30 30/11/2026');
    expect(later('2026-11-30 08:30', -120)).toBe('16:00 27/11/2026');
    expect(later('2026-02-13 16:00', 120)).toBe('08:30 23/02/2026');
    expect(later('2026-11-27 07:30', 1140)).toBe('17:00 30/11/2026');
  });

  it('days that keep the time of day', () => {
    const days = (text: string, count: number) =>
      vietnamTime(calendar.addWorkingDays(moment(text), count));
    expect(days('2026-11-23 17:00', 1)).toBe('17:00 25/11/2026');
    expect(days('2026-11-27 17:00', 2)).toBe('17:00 01/12/2026');
    expect(days('2026-11-30 12:00', -1)).toBe('12:00 27/11/2026');
  });

  it('when work begins next', () => {
    const next = (text: string) => vietnamTime(calendar.nextWorkingTime(moment(text)));
    expect(next('2026-11-27 17:00')).toBe('07:30 30/11/2026');
    expect(next('2026-11-27 06:00')).toBe('07:30 27/11/2026');
    expect(next('2026-11-27 11:00')).toBe('11:00 27/11/2026');
  });
});
