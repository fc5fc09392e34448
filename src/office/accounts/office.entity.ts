import { Column, Entity, OneToMany, PrimaryGeneratedColumn } from 'typeorm';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { OfficeHead } from './office-head.entity.ts';

/** The agency that issues. What it is called changes with the days; its code never does. */
@Entity('offices')
export class Office {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** The key of this installation for it: in the signing file, in commands, in webhooks. */
  @Column('text', { unique: true })
  code: string;

  @OneToMany(() => OfficeHead, 'office', { eager: true })
  heads: OfficeHead[];

  /** The head that dispatches of a day carry, `YYYY-MM-DD`. */
  headOn(day: string): OfficeHead {
    const begun = this.heads.filter(({ validFrom }) => validFrom === null || validFrom <= day);
    return begun.reduce((last, head) => (since(head) > since(last) ? head : last));
  }

  /** Today's. */
  get head(): OfficeHead {
    return this.headOn(vietnamDate(new Date()));
  }

  /** Today's. */
  get name(): string {
    return this.head.name;
  }
}

const since = ({ validFrom }: OfficeHead) => validFrom ?? '';
