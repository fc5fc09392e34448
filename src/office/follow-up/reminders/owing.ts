import type { Linked } from '../../delivery/personal-link.ts';

/** A recipient that a mail is about and that still owes. */
export interface Owing extends Linked {
  deliveryId: string | null;
  name: string;
  /** Deadline of the acknowledgement, or of the answer, that the step asks for. */
  deadline: Date;
}
