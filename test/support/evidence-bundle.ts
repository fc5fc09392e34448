import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../engines/page/outside-tool.ts';
import type { Browser } from './office.ts';
import { scratchFolder } from './scratch.ts';

/** The bundle of evidence of a dispatch, unpacked by somebody else's tool. */
export async function unpackedEvidence(by: Browser, id: string): Promise<string> {
  const { body } = await by.get(`/dispatches/${id}/evidence.zip`).responseType('blob').expect(200);
  const folder = await scratchFolder();
  const zip = join(folder, 'all.zip');
  await writeFile(zip, body);
  run('unzip', '-q', zip, '-d', folder);
  await unlink(zip);
  return folder;
}

/** What the checker in the bundle prints. */
export const checkedEvidence = (folder: string): string =>
  spawnSync(process.execPath, [join(folder, 'kiem-tra.mjs')], { encoding: 'utf8' }).stdout;

/** As somebody would who can make a bundle anew: the (unsigned) list of files says what the file is now. */
export async function forgedEvidence(
  folder: string,
  name: string,
  forge: (text: string) => string,
): Promise<string> {
  const path = join(folder, name);
  const before = await readFile(path, 'utf8');
  const after = forge(before);
  if (after === before) throw new Error(`${name} is as it was`);
  const list = join(folder, 'danh-muc.json');
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  const manifest = await readFile(list, 'utf8');
  await writeFile(path, after);
  await writeFile(list, manifest.replace(sha256(before), sha256(after)));
  const found = checkedEvidence(folder);
  await writeFile(path, before);
  await writeFile(list, manifest);
  return found;
}
