import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../../outside-tool.ts';

/** The same page, its drawn letters (Type 3) counted in points and not in units of an em, as other programs do. */
export function inAnotherUnit(pdf: Buffer, folder: string): Buffer {
  const [from, plain, whole] = ['unit.pdf', 'unit.qdf', 'unit-whole.pdf'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  writeFileSync(from, pdf);
  run('qpdf', '--qdf', '--object-streams=disable', from, plain);
  const text = readFileSync(plain, 'latin1');
  const isDrawn = (font: string) => {
    const number = new RegExp(`/${font} (\\d+) 0 R`).exec(text)![1]!;
    const object = text.slice(text.indexOf(`\n${number} 0 obj\n`));
    return object.slice(0, object.indexOf('endobj')).includes('/Type3');
  };
  const changed = text
    .replace(
      /\/FontMatrix \[([^\]]*)\]/g,
      (_, matrix: string) =>
        `/FontMatrix [ ${matrix
          .trim()
          .split(/\s+/)
          .map((value) => Number(value) * UNIT)
          .join(' ')} ]`,
    )
    .replace(/\/(F\d+) ([\d.]+) Tf/g, (set, font: string, size: string) =>
      isDrawn(font) ? `/${font} ${(Number(size) / UNIT).toFixed(8)} Tf` : set,
    );
  if (!changed.includes('/FontMatrix')) throw new Error('No letter of this page is drawn.');
  writeFileSync(plain, changed, 'latin1');
  run('sh', '-c', `fix-qdf '${plain}' > '${whole}'`);
  return readFileSync(whole);
}

const UNIT = 2048;
