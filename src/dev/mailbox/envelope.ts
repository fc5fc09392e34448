/** What is known of a mail without reading it. */
export interface Envelope {
  /** ISO 8601, UTC. */
  at: string;
  from: string;
  to: string[];
  /** As it stands in the header, encoded words and all. */
  subject: string;
  /** Bytes of the whole mail. */
  size: number;
  /** The mail in order: how many bytes follow in the log, or the SHA-256 of a block. */
  pieces: (number | string)[];
}

/** An envelope and where in the log the bytes of its pieces begin. */
export interface Entry extends Envelope {
  offset: number;
}
