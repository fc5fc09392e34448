import { Column, Entity, JoinColumn, ManyToOne, OneToOne, PrimaryColumn } from 'typeorm';
import { Dispatch } from '../dispatches/dispatch.entity.ts';
import { StoredFile } from '../../platform/files/stored-file.entity.ts';

/** What all deliveries of one dispatch share. While there is none, nothing is sent. */
@Entity('delivery_runs')
export class DeliveryRun {
  @OneToOne(() => Dispatch, { nullable: false })
  @JoinColumn()
  dispatch: Dispatch;

  @PrimaryColumn('uuid')
  dispatchId: string;

  @ManyToOne(() => StoredFile, { nullable: false })
  @JoinColumn({ name: 'file_sha256', referencedColumnName: 'sha256' })
  file: StoredFile;

  @Column('text')
  fileSha256: string;

  /** BullMQ's order: 1 goes before 2. */
  @Column('integer')
  priority: number;
}
