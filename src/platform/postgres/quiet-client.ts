import { Client, type ClientConfig } from 'pg';

/**
 * A connection whose end is told to whoever waits for an answer, and to nobody else: between two uses
 * of a pool it may have no listener, and an unheard `error` event would end the process.
 */
export class QuietClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
    this.on('error', () => {});
  }
}
