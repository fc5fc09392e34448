import { transformSync } from '@swc/core';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import swc from '../../swc.config.js';

const cache = join(tmpdir(), 'noi-nhan-compiled');
mkdirSync(cache, { recursive: true });

/** Compiles like the tests do; what was compiled once is kept by its content. */
export function load(url, context, next) {
  if (!/\.tsx?$/.test(url)) return next(url, context);
  const filename = fileURLToPath(url);
  const source = readFileSync(filename, 'utf8');
  const hash = createHash('sha256').update(filename).update(source).digest('hex');
  const file = join(cache, `${hash}.js`);
  const compiled = kept(file) ?? compile(filename, source, file);
  return { format: 'module', source: compiled, shortCircuit: true };
}

function compile(filename, source, file) {
  const { code } = transformSync(source, {
    ...swc,
    filename,
    sourceMaps: 'inline',
    module: { type: 'es6' },
  });
  writeFileSync(`${file}.${process.pid}`, code);
  renameSync(`${file}.${process.pid}`, file);
  return code;
}

function kept(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
