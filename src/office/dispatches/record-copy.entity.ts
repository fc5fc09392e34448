import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  OneToOne,
  PrimaryColumn,
} from 'typeorm';
import { StoredFile } from '../../platform/files/stored-file.entity.ts';
import { Dispatch } from './dispatch.entity.ts';

/**
 * Bản lưu: the delivered file with validation data and an archive timestamp behind it. Exists where a timestamp service
 * is configured; the file is absent while that service has not answered.
 */
@Entity('record_copies')
@Index('record_copies_due_idx', ['dueAt'], { where: 'file_sha256 IS NULL' })
@Check('record_copies_archived_check', `num_nonnulls(file_sha256, archived_at) IN (0, 2)`)
export class RecordCopy {
  @OneToOne(() => Dispatch, { nullable: false })
  @JoinColumn()
  dispatch: Dispatch;

  @PrimaryColumn('uuid')
  dispatchId: string;

  @Column('integer', { default: 0 })
  attempts: number;

  /** When it is tried next; also how long whoever is trying keeps others off. */
  @Column('timestamptz', { default: () => 'now()' })
  dueAt: Date;

  /** What the last attempt failed of, in Vietnamese. */
  @Column('text', { nullable: true })
  problem: string | null;

  @ManyToOne(() => StoredFile, { nullable: true })
  @JoinColumn({ name: 'file_sha256', referencedColumnName: 'sha256' })
  file: StoredFile | null;

  @Column('text', { nullable: true })
  fileSha256: string | null;

  @Column('timestamptz', { nullable: true })
  archivedAt: Date | null;
}
