import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The one row that says which secret belongs to this database. */
@Entity('installations')
@Check('installations_id_check', 'id')
export class Installation {
  @PrimaryColumn('boolean', { default: true })
  id: boolean;

  @Column('text')
  secretFingerprint: string;

  /** Secrets from before a renewal, sealed under the present one, and for what they still count. */
  @Column('text', { nullable: true })
  earlierSecrets: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  secretSetAt: Date;
}
