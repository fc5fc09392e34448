import { acknowledgeBy, isWorkingDay } from './working-days.ts';

const at = (moment: string) => acknowledgeBy(new Date(`${moment}+07:00`)).toISOString();

describe('acknowledging is due', () => {
  it('the same day for what arrives in office hours', () => {
    expect(at('2024-03-05T09:00:00')).toBe('2024-03-05T10:00:00.000Z');
    expect(at('2024-03-05T16:59:59')).toBe('2024-03-05T10:00:00.000Z');
  });

  it('the next working day for what arrives at or after 17:00', () => {
    expect(at('2024-03-05T17:00:00')).toBe('2024-03-06T10:00:00.000Z');
  });

  it('on Monday for what arrives on Friday evening', () => {
    expect(at('2024-03-08T18:00:00')).toBe('2024-03-11T10:00:00.000Z');
  });

  it('after the holiday of 24 November, which exists since 2026', () => {
    expect(at('2026-11-24T09:00:00')).toBe('2026-11-25T10:00:00.000Z');
    expect(isWorkingDay('2025-11-24')).toBe(true);
  });
});
