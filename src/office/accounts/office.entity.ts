import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** The agency that issues: its letterhead, its symbol prefix and its place. */
@Entity('offices')
export class Office {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** Abbreviation used in symbols: `STTTT`. */
  @Column('text', { unique: true })
  code: string;

  @Column('text')
  name: string;

  @Column('text', { nullable: true })
  parentBody: string | null;

  /** Place name printed before the date. */
  @Column('text')
  place: string;
}
