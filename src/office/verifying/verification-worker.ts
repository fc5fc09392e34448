import { parentPort } from 'node:worker_threads';
import { verifyDispatch } from '../../engines/signatures/verification/verify-dispatch.ts';
import type { ThreadAnswer } from '../../platform/process/bounded-thread.ts';
import type { VerificationReport } from '../../engines/signatures/verification/report.ts';
import type { VerificationJob } from './verification-thread.ts';

const port = parentPort!;

/** Buffers arrive from another thread as plain Uint8Arrays. */
const buffers = (all: readonly Uint8Array[]) => all.map((each) => Buffer.from(each));

function answer({ pdf, trust, agency }: VerificationJob): ThreadAnswer<VerificationReport> {
  const trustedRoots = buffers(trust.trustedRoots);
  const revocationLists = buffers(trust.revocationLists);
  try {
    const options = { trustedRoots, revocationLists, ...(agency !== undefined && { agency }) };
    return { result: verifyDispatch(pdf, options) };
  } catch (error) {
    // Strangers send what they like: whatever it breaks, it is their file that cannot be read.
    return { fault: (error as Error).stack ?? String(error) };
  }
}

port.on('message', (job: VerificationJob) => port.postMessage(answer(job)));
port.postMessage('ready');
