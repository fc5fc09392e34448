import type { ProblemCode } from './problems.ts';

/** Something of ours is broken, and trying again mends nothing; `message` tells the person, in Vietnamese, whom to tell. */
export class OwnFault extends Error {
  override name = 'OwnFault';
  constructor(
    readonly code: ProblemCode,
    message: string,
  ) {
    super(message);
  }
}
