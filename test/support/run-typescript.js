import { register } from 'node:module';

/** `node --import ./test/support/run-typescript.js FILE.ts` starts a process from the source. */
register('./typescript-hooks.js', import.meta.url);
