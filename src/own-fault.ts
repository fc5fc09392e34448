/** Something of ours is broken, and trying again mends nothing; `message` tells the person, in Vietnamese, whom to tell. */
export class OwnFault extends Error {
  override name = 'OwnFault';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
