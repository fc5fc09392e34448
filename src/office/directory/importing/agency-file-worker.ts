import { parentPort } from 'node:worker_threads';
import type { ThreadAnswer } from '../../../platform/process/bounded-thread.ts';
import type { ProblemCode } from '../../../platform/problems/problems.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { InvalidInput, type FieldError } from '../../../platform/web/invalid-input.ts';
import { readAgencyFile, type AgencyFile } from './agency-file.ts';

const port = parentPort!;

export interface FileAnswer {
  read?: AgencyFile;
  faults?: FieldError[];
  violation?: { code: ProblemCode; message: string };
}

async function answer(bytes: Uint8Array): Promise<ThreadAnswer<FileAnswer>> {
  try {
    return { result: { read: await readAgencyFile(Buffer.from(bytes)) } };
  } catch (error) {
    if (error instanceof InvalidInput) return { result: { faults: error.errors } };
    if (error instanceof RuleViolation) {
      return { result: { violation: { code: error.code, message: error.message } } };
    }
    return { fault: (error as Error).stack ?? String(error) };
  }
}

port.on(
  'message',
  (bytes: Uint8Array) => void answer(bytes).then((said) => port.postMessage(said)),
);
port.postMessage('ready');
