import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import './run-typescript.js';

const require = createRequire(import.meta.url);
const { default: circus } = require('jest-circus/runner');
process.setSourceMapsEnabled(true);

/**
 * Jest's runner, but suites and what they import are Node's own modules: a worker loads the product once and
 * not again for every suite (some two seconds and 100 MB each). What one suite changes in a module or in
 * the environment, the next one of that worker sees.
 */
export default async function runSuite(globalConfig, config, environment, runtime, path, send) {
  Error.prepareStackTrace = undefined; // Jest's knows the lines of its own modules only
  const whole = { global: globalThis };
  try {
    return await circus(globalConfig, config, whole, modulesOfNode(), path, send);
  } finally {
    forget();
  }
}

/** The part of Jest's module loader that its runner asks for. */
function modulesOfNode() {
  return {
    requireInternalModule(path) {
      delete require.cache[path];
      return require(path);
    },
    requireModule: require,
    setGlobalsForRuntime(globals) {
      Object.assign(globalThis, globals, { jest: { setTimeout: setTestTimeout } });
    },
    unstable_shouldLoadAsEsm: () => true,
    unstable_importModule: (path) => import(pathToFileURL(path).href),
    enterTestCode() {},
    leaveTestCode() {},
  };
}

const TIMEOUT = Symbol.for('TEST_TIMEOUT_SYMBOL');

function setTestTimeout(milliseconds) {
  globalThis[TIMEOUT] = milliseconds;
}

/** Otherwise a suite's tests, and the offices they hold, stay in memory and its handlers hear the next one's events. */
function forget() {
  for (const symbol of Object.getOwnPropertySymbols(globalThis)) {
    if (
      ['JEST_STATE_SYMBOL', 'EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL'].includes(symbol.description)
    ) {
      delete globalThis[symbol];
    }
  }
}
