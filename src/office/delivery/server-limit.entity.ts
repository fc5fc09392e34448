import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How far sending to a mail server is spoken for, all offices together; used where the installation has a limit. */
@Entity('server_limits')
export class ServerLimit {
  /** `mail.example:587` */
  @PrimaryColumn('text')
  server: string;

  @Column('timestamptz', { default: () => 'now()' })
  freeAt: Date;
}
