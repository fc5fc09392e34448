import { Check, Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { DAY_KINDS, type CalendarDay } from './national-days.ts';
import { CalendarYear } from './calendar-year.entity.ts';
import { oneOf } from '../../platform/postgres/one-of.ts';

/** A day off, or a day of the weekend that is worked, of one office. */
@Entity('calendar_days')
@Check('calendar_days_kind_check', oneOf('kind', DAY_KINDS))
@Check('calendar_days_year_check', `year = extract(year FROM date)`)
export class StoredCalendarDay implements CalendarDay {
  @ManyToOne(() => CalendarYear, { nullable: false, onDelete: 'CASCADE' })
  @JoinColumn([
    { name: 'office_id', referencedColumnName: 'officeId' },
    { name: 'year', referencedColumnName: 'year' },
  ])
  calendarYear: CalendarYear;

  @PrimaryColumn('uuid')
  officeId: string;

  @PrimaryColumn('date')
  date: string;

  @Column('integer')
  year: number;

  @Column('text')
  kind: CalendarDay['kind'];

  @Column('text')
  name: string;
}
