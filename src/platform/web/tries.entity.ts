import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often something was tried in a span of time; the table may be emptied at any time. */
@Entity('tries')
export class Tries {
  /** SHA-256 of what is counted: neither names nor addresses stand here. */
  @PrimaryColumn('text')
  key: string;

  @Column('integer')
  count: number;

  @Column('timestamptz')
  resetsAt: Date;
}
