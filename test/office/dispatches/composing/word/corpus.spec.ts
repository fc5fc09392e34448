import { expected, whatIsRead } from './expected.ts';
import { CIRCULATION } from './corpus/circulation.ts';
import { LETTERHEADS } from './corpus/letterheads.ts';
import { FONTS } from './corpus/fonts.ts';
import { LIBREOFFICE } from './corpus/libreoffice.ts';
import { NUMBERS } from './corpus/numbers.ts';
import { PACKAGES } from './corpus/packages.ts';
import { RECIPIENTS } from './corpus/recipients.ts';
import { MARKED, UNMARKED } from './corpus/secrecy.ts';
import { TEXTS } from './corpus/texts.ts';
import { TYPES } from './corpus/types.ts';

describe('letterheads of files of Word', () => {
  it.each(LETTERHEADS)('%s', async (_, file, right) => {
    expect(await whatIsRead(file)).toMatchObject(expected(right));
  });
});

describe('marks of circulation', () => {
  it.each(CIRCULATION)('%s', async (_, file, right) => {
    expect(await whatIsRead(file)).toMatchObject(expected(right));
  });
});

describe('recipients and signatures in files of Word', () => {
  it.each(RECIPIENTS)('%s', async (_, file, right) => {
    expect(await whatIsRead(file)).toMatchObject(expected(right));
  });
});

describe('the numbers that Word makes', () => {
  it.each(NUMBERS)('%s', async (_, file, right) => {
    expect(await whatIsRead(file)).toMatchObject(expected(right));
  });
});

describe('fonts from before Unicode', () => {
  it.each(FONTS)('%s', async (_, file, right) => {
    expect(await whatIsRead(file)).toMatchObject(expected(right));
  });
});

describe('what a text of Word has', () => {
  it.each(TEXTS)('%s', async (_, file, right) => {
    expect(await whatIsRead(file)).toMatchObject(expected(right));
  });
});

describe('packages of Word', () => {
  it.each(PACKAGES)('%s', async (_, file, right) => {
    expect(await whatIsRead(file)).toMatchObject(expected(right));
  });
});

describe('files that LibreOffice wrote', () => {
  it.each(LIBREOFFICE)('%s', async (_, file, right) => {
    expect(await whatIsRead(file)).toMatchObject(expected(right));
  });
});

describe('types of dispatches', () => {
  it.each(TYPES)('%s', async (_, file, right) => {
    expect(await whatIsRead(file)).toMatchObject(expected(right));
  });
});

describe('secrecy marks', () => {
  it.each(MARKED)('%s', async (_, file, right) => {
    expect(await whatIsRead(file)).toMatchObject(expected(right));
  });
});

describe('words that are no secrecy mark', () => {
  it.each(UNMARKED)('%s', async (_, file, right) => {
    expect(await whatIsRead(file)).toMatchObject(expected(right));
  });
});
