import { hash } from 'node:crypto';
import type { InstallationKeys } from '../../../../platform/installation/installation-keys.ts';

/** The unguessable token of an invitation (256 bits, base64url); derived, so the database keeps its hash alone. */
export const invitationToken = (keys: InstallationKeys, id: string): string =>
  keys.mac('invitation', id).toString('base64url');

export const invitationHash = (token: string): string => hash('sha256', token, 'hex');
