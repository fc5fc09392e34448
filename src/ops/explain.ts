import { run } from '../platform/process/run.ts';
import { withAddressHere } from './journal/database-here.ts';

/** `npm run explain`: the command of `setup`, which then also knows the data of `npm start`. */
await run(() =>
  withAddressHere(process.env, async (url) => {
    process.env.DATABASE_URL = url;
    await import('./explain/explain-command.ts');
    return Number(process.exitCode);
  }),
);
