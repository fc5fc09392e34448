/** One signed-in person, by the same HTTP that everybody uses. */
export class ApiClient {
  private constructor(
    private readonly address: string,
    private readonly cookie: string,
  ) {}

  static async signIn(address: string, username: string, password: string): Promise<ApiClient> {
    const response = await fetch(`${address}/api/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ username, password }),
    });
    if (!response.ok) throw new Error(`${username}: ${await response.text()}`);
    return new ApiClient(address, response.headers.getSetCookie()[0]!.split(';')[0]!);
  }

  async get<T>(path: string): Promise<T> {
    return (await this.request('GET', path)).json() as Promise<T>;
  }

  async post<T>(path: string, body: object = {}): Promise<T> {
    return (await this.request('POST', path, body)).json() as Promise<T>;
  }

  async file(path: string): Promise<Buffer> {
    return Buffer.from(await (await this.request('GET', path)).arrayBuffer());
  }

  private async request(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(`${this.address}/api${path}`, {
      method,
      headers: { Cookie: this.cookie, 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`);
    return response;
  }
}
