import { Algorithm, hash } from '@node-rs/argon2';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { AppModule } from '../../src/app.module.ts';
import { Config } from '../../src/platform/config/config.ts';
import { toCsv } from '../../src/dev/sample/sample-directory.ts';
import type { DirectoryRow, Sample } from '../../src/dev/sample/sample.ts';
import { thaiBinh } from '../../src/dev/sample/thai-binh/sample.ts';
import { SampleModule } from '../../src/dev/sample/sample.module.ts';
import { SampleOffice } from '../../src/dev/sample/sample-office.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';
import { scratchFolder } from './scratch.ts';
import { onServer } from './server.ts';

/** A database with a sample's office and this directory: made once in a run, copied from then on. */
export async function sampleDatabase(
  directory: DirectoryRow[],
  sample: Sample = thaiBinh,
): Promise<FreshDatabase> {
  return freshDatabase(await templateOf(directory, sample));
}

async function templateOf(directory: DirectoryRow[], sample: Sample): Promise<string> {
  const server = process.env['TEST_POSTGRES_URL']!;
  const digest = createHash('sha256')
    .update(sample.key + toCsv(directory))
    .digest('hex')
    .slice(0, 12);
  const name = `${process.env['TEST_POSTGRES_RUN']}_sample_${digest}`;
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    // Of all workers that need it one makes it; it has its name when it is whole.
    await client.query(`SELECT pg_advisory_lock(hashtext($1))`, [name]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (rowCount === 0) await make(name, directory, sample);
  } finally {
    await client.end();
  }
  return name;
}

async function make(name: string, directory: DirectoryRow[], sample: Sample): Promise<void> {
  const server = process.env['TEST_POSTGRES_URL']!;
  const { url } = await freshDatabase();
  await fill(url, directory, sample);
  await makeSignInsCheap(url, sample.password);
  const made = new URL(url).pathname.slice(1);
  await onServer(server, `ALTER DATABASE ${made} ALLOW_CONNECTIONS false`);
  await onServer(server, `ALTER DATABASE ${made} RENAME TO ${name}`);
}

async function fill(url: string, directory: DirectoryRow[], sample: Sample): Promise<void> {
  const config = new Config({
    DATABASE_URL: url,
    SMTP_URL: 'smtp://127.0.0.1:1',
    INSTALLATION_SECRET: 'a secret of this test run, 32 or more',
    LOG_LEVEL: 'error',
    DELIVERY_JOURNAL_DIR: await scratchFolder(),
  });

  @Module({ imports: [AppModule.for(config), SampleModule] })
  class TemplateModule {}

  const app = await NestFactory.createApplicationContext(TemplateModule, { logger: ['error'] });
  try {
    await app.get(SampleOffice).create(sample, directory);
  } finally {
    await app.close();
  }
}

/** A hash says itself what checking it costs: the same password, in a thousandth of the time and memory. */
async function makeSignInsCheap(url: string, password: string): Promise<void> {
  const cost = { algorithm: 2 as Algorithm, memoryCost: 8, timeCost: 1, parallelism: 1 };
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query('UPDATE accounts SET password_hash = $1', [await hash(password, cost)]);
  } finally {
    await client.end();
  }
}
