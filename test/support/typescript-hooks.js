import { transformFile } from '@swc/core';
import { fileURLToPath } from 'node:url';
import jest from '../../jest.config.js';

const [[, [, options]]] = Object.entries(jest.transform);

/** Compiles like the tests do. */
export async function load(url, context, next) {
  if (!/\.tsx?$/.test(url)) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), {
    ...options,
    sourceMaps: 'inline',
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
}
