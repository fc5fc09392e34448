import { sampled } from '../../support/lane.ts';

/** Every kind of key an office may have; the gate signs with P-256, the quickest. */
export const keyKinds = () =>
  sampled(['RSA-2048', 'RSA-3072', 'P-256'] as const, (kind) => kind === 'P-256');
