import { Column, Entity, ManyToOne, PrimaryColumn } from 'typeorm';
import { Office } from '../../accounts/office.entity.ts';

/** Sổ đăng ký văn bản đi of one office and year: the last number given. */
@Entity('registers')
export class Register {
  @ManyToOne(() => Office, { nullable: false })
  office: Office;

  @PrimaryColumn('uuid')
  officeId: string;

  @PrimaryColumn('integer')
  year: number;

  @Column('integer')
  lastNumber: number;
}
