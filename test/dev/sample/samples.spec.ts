import { sampleDirectory, scaledDirectory } from '../../../src/dev/sample/sample-directory.ts';
import { hungYen } from '../../../src/dev/sample/hung-yen/sample.ts';
import { openSamples } from '../../../src/dev/sample/open-samples.ts';
import { SAMPLES } from '../../../src/dev/sample/samples.ts';
import { thaiBinh } from '../../../src/dev/sample/thai-binh/sample.ts';

describe('the communes of Hưng Yên in the second sample', () => {
  const places = hungYen.places();
  const startingWith = (word: string) => places.filter(({ name }) => name.startsWith(`${word} `));

  it('are 93 xã and 11 phường, each once, with a code each', () => {
    expect([startingWith('xã').length, startingWith('phường').length]).toEqual([93, 11]);
    expect(new Set(places.map(({ name }) => name)).size).toBe(104);
    expect(new Set(places.map(({ unitCode }) => unitCode)).size).toBe(104);
    for (const { name, unitCode } of places) {
      expect(name).toBe(name.normalize('NFC'));
      expect(unitCode).toMatch(/^1[1-3]\d{3}$/);
    }
  });

  it('lie in one area each, 18 in all', () => {
    const areas = places.map(({ area }) => area);
    expect(areas).not.toContain(undefined);
    expect(new Set(areas).size).toBe(18);
  });
});

it('the draft of Hưng Yên, made up as a good one, is not too long in its abstract', () => {
  expect(hungYen.draft('').abstract.length).toBeLessThanOrEqual(80);
});

describe.each(SAMPLES)('the agencies of $key', (sample) => {
  const rows = sampleDirectory(sample);

  it('have a code and an address of their own, and no address of anybody’s', () => {
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    expect(new Set(rows.map(({ email }) => email)).size).toBe(rows.length);
    expect(rows.filter(({ email }) => !email.endsWith('.example'))).toEqual([]);
  });

  it('are as many as one asks for, of every commune the same bodies', () => {
    for (const count of [80, rows.length, 1000]) {
      expect(scaledDirectory(count, sample)).toHaveLength(count);
    }
    expect(() => scaledDirectory(10, sample)).toThrow(/Danh bạ mẫu có ít nhất \d+ cơ quan/);
  });
});

describe('what npm start says of the samples', () => {
  it('names the one that is open, and the command for the other', () => {
    expect(openSamples(thaiBinh, {}).join('\n')).toMatch(
      /đang mở: Sở Thông tin và Truyền thông tỉnh Thái Bình, năm 2024\n.*Hưng Yên.*\n +npm start -- --sample hung-yen$/,
    );
    expect(openSamples(hungYen, {}).at(-1)).toMatch(/Thái Bình.*\n +npm start$/);
  });

  it('leads to a folder and a database of its own when this one’s were named', () => {
    const env = { DATA_DIR: '/srv/data', DATABASE_URL: 'postgresql://db/so' };
    expect(openSamples(thaiBinh, env).at(-1)).toMatch(
      /\n +DATABASE_URL= DATA_DIR=data-hung-yen npm start -- --sample hung-yen$/,
    );
  });

  it('names no sample where the office is somebody’s own', () => {
    expect(openSamples(undefined, {})[0]).toContain('không phải cơ quan mẫu');
  });
});
