import { Pool } from 'undici';

export interface Ask {
  path: string;
  /** Posted as a form does; without it the path is read. */
  form?: string;
}

/** How many a second were answered, `atOnce` under way at any time. Another status than `wanted` fails the bench. */
export async function rate(
  address: string,
  asks: Ask[],
  { atOnce, wanted }: { atOnce: number; wanted: number },
): Promise<number> {
  const pool = new Pool(address, { connections: atOnce, pipelining: 1 });
  const rest = asks.values();
  const started = performance.now();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const { path, form } of rest) {
        const { statusCode, body } = await pool.request({
          path,
          method: form === undefined ? 'GET' : 'POST',
          ...(form !== undefined && {
            body: form,
            headers: { 'content-type': 'application/x-www-form-urlencoded', origin: address },
          }),
        });
        const text = await body.text();
        if (statusCode !== wanted) throw new Error(`${path} answered ${statusCode}: ${text}`);
      }
    }),
  );
  const seconds = (performance.now() - started) / 1000;
  await pool.close();
  return asks.length / seconds;
}
