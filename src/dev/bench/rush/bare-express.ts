import express from 'express';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { hash } from 'node:crypto';
import { Pool } from 'pg';

/** The ceiling: one prepared SELECT by the token's hash, on a pool as ours, and what it says as JSON. */
const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: 10 });
const app = express();
app.get('/a/:token', async (request, response) => {
  const { rows } = await pool.query({
    name: 'by-token',
    text: 'SELECT * FROM recipient_status WHERE token_hash = $1',
    values: [hash('sha256', request.params.token, 'hex')],
  });
  response.send(rows[0]);
});
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
console.log((server.address() as AddressInfo).port);
process.once('SIGTERM', () => process.exit(0));
