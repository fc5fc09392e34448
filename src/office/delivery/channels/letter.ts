import type { Terms } from '../../dispatches/terms.ts';
import type { PreparedDispatch } from './prepared-dispatch.ts';

/** Words for a person. */
export interface Message {
  /** The sender's name. */
  from: string;
  subject: string;
  text: string;
  html: string;
  /** Message-ID of the letter it goes on from, without its domain. */
  answers?: string | undefined;
}

/** Facts for a system, in the shape of Standard Webhooks. */
export interface LetterEvent {
  type: 'dispatch.issued' | 'dispatch.recalled';
  /** ISO 8601. */
  timestamp: string;
  data: object;
}

/** One letter to one recipient, in the terms of no channel: each takes of it what it can carry. */
export interface Letter {
  /** The same at every attempt: Message-ID, webhook-id. */
  id: string;
  /** Absent when it goes to somebody who is no recipient of the dispatch. */
  recipientId?: string;
  name: string;
  /** In the terms of the channel: a mail address, a URL. */
  address: string;
  /** The same at every attempt. */
  date: Date;
  isUrgent: boolean;
  /** The office's own mail address; null where it writes from the installation's. */
  sender: string | null;
  message: () => Message;
  /** Absent where systems are told nothing. */
  event?: () => LetterEvent | Promise<LetterEvent>;
  /** Present when the letter is a dispatch itself: most of it is the same for all recipients. */
  dispatch?: EnclosedDispatch;
}

/** A dispatch on its way to one recipient. */
export interface EnclosedDispatch extends Pick<Terms, 'purpose' | 'replyBy'> {
  prepared: PreparedDispatch;
  deliveryId: string;
  retryRound: number;
  link: string;
  acknowledgeBy: Date;
}
