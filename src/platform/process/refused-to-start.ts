/**
 * What keeps a process or a command from doing its work until whoever operates it has done
 * something; `message` says what, in Vietnamese. It is shown without a stack.
 */
export class RefusedToStart extends Error {
  override name = 'RefusedToStart';
}
