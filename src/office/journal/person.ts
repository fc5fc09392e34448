import { createHash, randomBytes } from 'node:crypto';

/** What may have to be erased one day: it is kept beside the journal, not in it. */
export interface PersonalData {
  name: string | null;
  post: string | null;
  /** IP address. */
  address: string | null;
}

export const newSalt = (): string => randomBytes(16).toString('hex');

/** What the journal keeps instead; without the salt it says nothing about the person. */
export const digestOf = (salt: string, { name, post, address }: PersonalData): string =>
  createHash('sha256')
    .update(JSON.stringify([salt, name, post, address]))
    .digest('hex');
