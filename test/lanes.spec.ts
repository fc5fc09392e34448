import { execFileSync } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { packageRoot } from '../src/platform/process/package-root.ts';
import { casesOf, laneOf, sampled } from './support/lane.ts';
import { scratchFolder } from './support/scratch.ts';

const CASES = Array.from({ length: 47 }, (_, index) => index);
const isInGate = (one: number) => one % 7 === 0;
const TENTHS = Array.from({ length: 10 }, (_, tenth) => tenth);

describe('the lanes of the tests', () => {
  it('are the gate, all cases, and tenths that have every other case once', () => {
    const gate = casesOf(CASES, isInGate, 'gate', 5);
    expect(gate).toEqual(CASES.filter(isInGate));
    expect(casesOf(CASES, isInGate, 'all', 5)).toEqual(CASES);
    const others = TENTHS.flatMap((tenth) => {
      const cases = casesOf(CASES, isInGate, tenth, 5);
      expect(cases).toEqual(expect.arrayContaining(gate));
      return cases.filter((one) => !isInGate(one));
    });
    expect(others.toSorted((a, b) => a - b)).toEqual(CASES.filter((one) => !isInGate(one)));
  });

  it('begin at another tenth for every matrix, so that small ones do not all fall into one', () => {
    const single = (offset: number) =>
      TENTHS.find((tenth) => casesOf([0, 1], (one) => one === 0, tenth, offset).length === 2);
    expect(new Set(TENTHS.map(single)).size).toBe(10);
  });

  it('are named by TEST_LANE, and by nothing else', () => {
    expect([undefined, '', 'gate', 'all', '7'].map(laneOf)).toEqual([
      'gate',
      'gate',
      'gate',
      'all',
      7,
    ]);
    for (const wrong of ['10', 'nightly', '-1']) expect(() => laneOf(wrong)).toThrow('TEST_LANE');
  });

  it('leave no matrix out of the gate', () => {
    expect(() => sampled([1, 2], () => false)).toThrow('at least one case');
  });
});

describe('.ci/tenth', () => {
  const tenth = (folder: string) =>
    Number(execFileSync(join(packageRoot, '.ci/tenth'), { cwd: folder, encoding: 'utf8' }));

  it('is another one with each commit, and all of them after ten; any where the history is cut short', async () => {
    const folder = join(await scratchFolder(), 'history');
    await mkdir(folder);
    const who = ['-c', 'user.name=Mai', '-c', 'user.email=mai@example.org'];
    const git = (...args: string[]) => execFileSync('git', [...who, ...args], { cwd: folder });
    git('init', '--quiet');
    const seen = Array.from({ length: 10 }, () => {
      git('commit', '--quiet', '--allow-empty', '--message', 'One more');
      return tenth(folder);
    });
    expect(seen.toSorted((a, b) => a - b)).toEqual(TENTHS);
    const shallow = join(folder, 'shallow');
    git('clone', '--quiet', '--depth', '1', `file://${folder}`, shallow);
    expect(TENTHS).toContain(tenth(shallow));
  });
});
