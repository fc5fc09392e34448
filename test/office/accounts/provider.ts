import { Provider } from 'oidc-provider';
import { createServer, type Server } from 'node:http';
import { freePort } from '../../support/free-port.ts';

/** A small OpenID provider where one person sits: `who` is whoever comes by. */
export interface TestProvider {
  issuer: string;
  who: { subject: string; name: string; methods: string[]; more?: Record<string, unknown> };
  stop(): Promise<void>;
}

export async function testProvider(client: {
  id: string;
  secret: string;
  callback: string;
}): Promise<TestProvider> {
  const port = await freePort();
  const issuer = `http://localhost:${port}`;
  const provider: TestProvider = {
    issuer,
    who: { subject: 'u-1', name: 'vanthu', methods: ['pwd'] },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const op: Provider = new Provider(issuer, {
    clients: [
      { client_id: client.id, client_secret: client.secret, redirect_uris: [client.callback] },
    ],
    claims: {
      openid: ['sub', 'amr'],
      profile: ['preferred_username', 'name', 'title', 'groups', 'realm_access', 'department'],
      email: ['email', 'email_verified'],
    },
    findAccount: (_context, accountId) => ({
      accountId,
      claims: async () => ({
        sub: accountId,
        preferred_username: provider.who.name,
        ...provider.who.more,
      }),
    }),
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    cookies: { keys: ['a key of this test'] },
    loadExistingGrant: async (context) => {
      const { client: asking, session } = context.oidc;
      const { clientId } = asking!;
      const grant = new op.Grant({ clientId, accountId: session!.accountId! });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  });
  const answer = op.callback();
  const server: Server = createServer((request, response) => {
    if (!request.url!.startsWith('/interaction/')) return void answer(request, response);
    const { subject, methods } = provider.who;
    const login = { accountId: subject, amr: methods, remember: false };
    void op.interactionFinished(request, response, { login });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return provider;
}
