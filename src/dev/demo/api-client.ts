import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api.d.ts';

export type ApiClient = Client<paths>;

/** One signed-in person at `address` (`http://127.0.0.1:3000`), by the same HTTP that everybody uses. */
export async function signIn(
  address: string,
  username: string,
  password: string,
): Promise<ApiClient> {
  const client = createClient<paths>({ baseUrl: address });
  const body = { username, password };
  const { response } = await must(client.POST('/api/session', { body }));
  const [cookie] = response.headers.getSetCookie();
  client.use({
    onRequest: ({ request }) => request.headers.set('Cookie', cookie!.split(';')[0]!),
  });
  return client;
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The answer's data; throws with the whole problem. */
export async function must<T>(answering: Promise<Answer<T>>) {
  const { data, error, response } = await answering;
  if (error) throw new Error(`${response.url}: ${JSON.stringify(error)}`);
  return { data: data as NonNullable<T>, response };
}
