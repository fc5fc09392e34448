import type { Type } from '@nestjs/common';
import type { AttemptResult } from '../attempts/attempt-result.ts';
import type { Schedule } from '../outbox/retry.ts';
import type { Letter } from './letter.ts';
import type { PreparedDispatch } from './prepared-dispatch.ts';

/** A way to recipients. What one attempt comes to has one shape, whichever way it went. */
export interface Channel {
  readonly name: string;
  /**
   * The one server that all its letters go through: an office's limit and the circuit breaker count them
   * together. Absent where every recipient has a server of its own.
   */
  readonly server?: string;
  /** Until when nothing goes this way, milliseconds since 1970. */
  readonly pausedUntil: number;
  readonly schedule: Schedule;
  /** Name of the server that answers, as it stands in attempts: `mail.example:587`. */
  serverOf(address: string): string;
  /** So many wait already that others would only be kept from other workers. */
  isFull(isUrgent: boolean): boolean;
  /** Makes ahead what all letters of a dispatch share; what it throws keeps them from being claimed. */
  prepare?(dispatch: PreparedDispatch): Promise<unknown>;
  /** A refusal by the other side is a result; it throws only for errors of our own. */
  send(letter: Letter): Promise<AttemptResult>;
  close(): void;
}

/** How a channel is listed: its name is the one that rows, jobs and the API use. */
export interface ChannelType extends Type<Channel> {
  readonly channel: string;
}
