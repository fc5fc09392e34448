import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Since when facts of a kind are in the journal when they are written; older ones came in then, as they were. */
@Entity('fact_kinds')
export class StoredFactKind {
  @PrimaryColumn('text')
  name: string;

  @Column('timestamptz', { default: () => 'now()' })
  since: Date;
}
