import swc from './swc.config.js';

/** @type {import('jest').Config} */
export default {
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  testMatch: ['<rootDir>/{src,test}/**/*.{spec,e2e-spec}.{ts,tsx}'],
  globalSetup: '<rootDir>/test/support/global-setup.ts',
  globalTeardown: '<rootDir>/test/support/global-teardown.ts',
  coverageProvider: 'v8',
  testTimeout: 90_000,
  // Jest alone leaves one core free; much of these stories is waiting for other processes.
  maxWorkers: '100%',
  // What a suite has loaded stays in its worker; a new one is quicker than cleaning up gigabytes.
  workerIdleMemoryLimit: '1500MB',
  testRunner: '<rootDir>/test/support/shared-modules.js',
  transform: { '\\.tsx?$': ['@swc/jest', swc] },
};
