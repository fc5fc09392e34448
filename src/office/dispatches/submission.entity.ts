import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryGeneratedColumn } from 'typeorm';
import { Account } from '../accounts/account.entity.ts';
import { Dispatch } from './dispatch.entity.ts';

/** One trip to the signer's desk and, where it was sent back, why. */
@Entity('submissions')
export class Submission {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne(() => Dispatch, { nullable: false })
  dispatch: Dispatch;

  @Index()
  @Column('uuid')
  dispatchId: string;

  @ManyToOne(() => Account, { nullable: false })
  @JoinColumn({ name: 'submitted_by' })
  submitter: Account;

  @Column('uuid')
  submittedBy: string;

  @Column('timestamptz', { default: () => 'now()' })
  submittedAt: Date;

  @Column('text')
  contentSha256: string;

  @ManyToOne(() => Account, { nullable: true })
  @JoinColumn({ name: 'returned_by' })
  returner: Account | null;

  @Column('uuid', { nullable: true })
  returnedBy: string | null;

  @Column('timestamptz', { nullable: true })
  returnedAt: Date | null;

  @Column('text', { nullable: true })
  returnReason: string | null;
}
