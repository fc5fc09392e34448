import express from 'express';
import { once } from 'node:events';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { connect } from '../../../src/database/database.ts';
import { zipStream } from '../../../src/office/follow-up/evidence/zip-stream.ts';
import { backUp } from '../../../src/ops/backup/back-up.ts';
import { restore } from '../../../src/ops/backup/restore.ts';
import { checkFile, openFile } from '../../../src/platform/files/files.ts';
import { ObjectStore } from '../../../src/platform/files/object-store.ts';
import { keepReceived, receiveFile } from '../../../src/platform/files/receive-file.ts';
import { readThrough } from '../../../src/platform/files/survey.ts';
import { sendFile } from '../../../src/platform/web/send-file.ts';
import { asStream, someBytes, summaryOf } from './some-bytes.ts';

const [url = '', otherUrl = '', storeUrl = '', folder = '', megabytes = '200'] =
  process.argv.slice(2);
const size = Number(megabytes) * 10 ** 6;
let most = 0;
const measure = () => (most = Math.max(most, process.memoryUsage.rss()));
setInterval(measure, 10).unref();

/** Prints by how much memory rose above `idle` meanwhile, in MB. */
async function step<T>(name: string, idle: number, work: () => Promise<T>): Promise<T> {
  most = 0;
  const done = await work();
  measure();
  process.stdout.write(`${name} ${Math.max(0, Math.round((most - idle) / 10 ** 6))}\n`);
  return done;
}

const keep = async (database: DataSource, length: number) => {
  const received = await receiveFile(database, asStream(someBytes(length)), length);
  return keepReceived(database.manager, received, 'application/zip');
};

/** Whether what comes is the file; the process ends with an error if not. */
async function expectFile(sha256: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  const found = await summaryOf(source);
  if (found.sha256 !== sha256 || found.size !== size) throw new Error(JSON.stringify(found));
}

const database = await connect(url);
const { manager } = database;
await checkFile(manager, await keep(database, 3 * 10 ** 6)); // what is loaded at first use
const idle = process.memoryUsage.rss();

const sha256 = await step('keep', idle, () => keep(database, size));
const file = await openFile(manager, sha256);
await step('read', idle, () => expectFile(sha256, file.stream()));
await step('http', idle, async () => {
  const server = createServer(
    express().get('/', (_request, response) => sendFile(response, file)),
  ).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const [response] = await once(get({ port }), 'response');
  await expectFile(sha256, response as IncomingMessage);
  server.closeAllConnections();
  server.close();
});
await step('bundle', idle, async () => {
  const { size: zipped } = await summaryOf(zipStream(new Map([['tep.zip', file]])));
  if (zipped < size) throw new Error(`${zipped} bytes`);
});
await step('store', idle, async () => {
  const store = new ObjectStore(storeUrl);
  await store.put(file, file.pieces());
  await readThrough(store, sha256, size);
});
const backup = join(folder, 'backup.sql.gz');
await step('backup', idle, () => backUp(url, backup));
await database.destroy();
await step('restore', idle, () => restore(backup, otherUrl));
const other = await connect(otherUrl);
await step('restored', idle, async () =>
  expectFile(sha256, (await openFile(other.manager, sha256)).stream()),
);
await other.destroy();
