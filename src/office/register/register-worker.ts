import { parentPort, workerData } from 'node:worker_threads';
import { registerBook, type RegisterBook } from './register-book.ts';

parentPort!.postMessage(registerBook(workerData as RegisterBook));
