import { Algorithm, hash, verify } from '@node-rs/argon2';

// OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, two passes, one lane.
const ARGON2ID = { algorithm: 2 as Algorithm, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);

const nobody = hashPassword('a password that nobody has');

/** Takes the same time for a person who does not exist (`undefined`) as for a wrong password. */
export async function passwordMatches(stored: string | undefined, given: string): Promise<boolean> {
  const matches = await verify(stored ?? (await nobody), given);
  return matches && stored !== undefined;
}
