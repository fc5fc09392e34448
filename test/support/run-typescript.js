import * as loading from 'node:module';
import { load } from './typescript-hooks.js';

/**
 * `node --import ./test/support/run-typescript.js FILE.ts` starts a process from the source. Lines that
 * have `registerHooks` print a deprecation for `register`, which is all that Node 20 has.
 */
if (loading.registerHooks) loading.registerHooks({ load });
else loading.register('./typescript-hooks.js', import.meta.url);
