import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';
import { Office } from '../../accounts/office.entity.ts';

/** Khu vực: agencies that an office looks at together, drawn by itself. */
@Entity('areas')
@Unique(['officeId', 'name'])
export class Area {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @Column('uuid')
  officeId: string;

  @Column({ type: 'text', collation: 'vi-x-icu' })
  name: string;

  /** The last day on which agencies lie in it; nobody is placed in it once that is settled. */
  @Column('date', { nullable: true })
  validTo: string | null;
}
