import { holds, whatIsRead } from './expected.ts';
import { LETTERHEADS } from './corpus/letterheads.ts';
import { NUMBERS } from './corpus/numbers.ts';
import { RECIPIENTS } from './corpus/recipients.ts';

describe('letterheads of files of Word', () => {
  it.each(LETTERHEADS)('%s', async (_, file, right) => holds(await whatIsRead(file), right));
});

describe('recipients and signatures in files of Word', () => {
  it.each(RECIPIENTS)('%s', async (_, file, right) => holds(await whatIsRead(file), right));
});

describe('the numbers that Word makes', () => {
  it.each(NUMBERS)('%s', async (_, file, right) => holds(await whatIsRead(file), right));
});
