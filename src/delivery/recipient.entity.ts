import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique } from 'typeorm';
import { AgencyKind } from '../directory/agency-kind.entity.ts';
import { Agency } from '../directory/agency.entity.ts';
import { Dispatch } from '../dispatches/dispatch.entity.ts';

/** One agency a dispatch is frozen to at issue, with every line that led to it. */
@Entity('recipients')
@Unique(['dispatchId', 'agencyId'])
@Index(['dispatchId', 'kind', 'code'])
export class Recipient {
  @PrimaryColumn('uuid')
  id: string;

  @ManyToOne(() => Dispatch, { nullable: false })
  dispatch: Dispatch;

  @Column('uuid')
  dispatchId: string;

  @ManyToOne(() => Agency, { nullable: false })
  agency: Agency;

  @Column('uuid')
  agencyId: string;

  @Column('text')
  code: string;

  @Column('text')
  name: string;

  /** Copied from the agency, which has the foreign key. */
  @ManyToOne(() => AgencyKind, { nullable: false, createForeignKeyConstraints: false })
  @JoinColumn({ name: 'kind', referencedColumnName: 'code' })
  agencyKind: AgencyKind;

  @Column('text')
  kind: string;

  @Column('text', { array: true })
  lines: string[];

  /** From this moment on a recipient who has not acknowledged is late. */
  @Column('timestamptz')
  acknowledgeBy: Date;

  @Column('text', { unique: true })
  tokenHash: string;
}
