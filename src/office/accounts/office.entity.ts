import { Check, Column, Entity, OneToMany, PrimaryGeneratedColumn } from 'typeorm';
import { oneOf } from '../../platform/postgres/one-of.ts';
import { vietnamDate } from '../../platform/time/vietnam-time.ts';
import { OfficeHead } from './office-head.entity.ts';

/** As in the environment: when the number comes, whether a QR code is printed. */
export const NUMBERINGS = ['at-issue', 'before-signature'] as const;
export const CHECK_CODES = ['on', 'off'] as const;

/** The agency that issues. What it is called changes with the days; its code never does. */
@Entity('offices')
@Check('offices_numbering_check', oneOf('numbering', NUMBERINGS))
@Check('offices_check_code_check', oneOf('check_code', CHECK_CODES))
export class Office {
  @PrimaryGeneratedColumn('uuid')
  id: string;

  /** The key of this installation for it: in the signing file, in commands, in webhooks. */
  @Column('text', { unique: true })
  code: string;

  @OneToMany(() => OfficeHead, 'office', { eager: true })
  heads: OfficeHead[];

  /** What it decided for itself; null: as the environment says for all (`office-choices.ts`). */
  @Column('text', { nullable: true })
  senderName: string | null;

  @Column('text', { nullable: true })
  senderAddress: string | null;

  @Column('text', { nullable: true })
  numbering: (typeof NUMBERINGS)[number] | null;

  @Column('text', { nullable: true })
  checkCode: (typeof CHECK_CODES)[number] | null;

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
