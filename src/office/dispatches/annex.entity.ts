import { Column, Entity, ManyToOne, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Phụ lục, printed after the signature on pages of its own (Decree 30/2020/NĐ-CP, Annex I, III.1). */
@Entity('annexes')
@Unique(['dispatchId', 'position'])
export class Annex {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  @ManyToOne('Dispatch', 'annexes', { nullable: false, onDelete: 'CASCADE' })
  dispatch: unknown;

  @Column('uuid')
  dispatchId: string;

  @Column('integer')
  position: number;

  @Column('text')
  title: string;

  /** Markdown subset of body.ts. */
  @Column('text')
  body: string;
}
