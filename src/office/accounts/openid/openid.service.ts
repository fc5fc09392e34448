import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import * as openid from 'openid-client';
import { DataSource, type EntityManager } from 'typeorm';
import { boundedBody } from '../../../platform/files/bounded-body.ts';
import { Config, type OpenidSettings } from '../../../platform/config/config.ts';
import { record } from '../../journal/journal.ts';
import { RuleViolation } from '../../../platform/problems/rule-violation.ts';
import { nfc } from '../../../platform/web/schema.ts';
import { Account } from '../account.entity.ts';
import type { AuthorizationRequest } from './authorization-request.ts';
import { openByRule } from './open-by-rule.ts';
import {
  fittingRules,
  NotOpened,
  readOpenidRules,
  type Claims,
  type OpenidRules,
} from './openid-rules.ts';
import { OpenidIdentity } from './openid-identity.entity.ts';

export interface Recognized {
  account: Account;
  /** The provider says that it asked for more than a password (RFC 8176). */
  withSecondFactor: boolean;
}

/** Metadata, keys and tokens of a provider are some kilobytes. */
const LARGEST_ANSWER = 1_000_000;

const STRONG: unknown[] = ['mfa', 'otp', 'hwk', 'swk', 'fpt', 'face', 'sc'];

/** Signing in with an account of the provider that the configuration names: code flow with PKCE. */
@Injectable()
export class OpenidService implements OnModuleInit {
  private readonly logger = new Logger('SignIn');
  private read: Promise<OpenidRules> | undefined;
  private discovered: Promise<openid.Configuration> | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  /** Where to send the browser, and what it must bring back. */
  async begin(to: string): Promise<{ url: string; authorization: AuthorizationRequest }> {
    const verifier = openid.randomPKCECodeVerifier();
    const authorization = {
      state: openid.randomState(),
      nonce: openid.randomNonce(),
      verifier,
      to,
    };
    const url = openid.buildAuthorizationUrl(await this.provider(), {
      redirect_uri: this.callback,
      scope: 'openid profile email',
      code_challenge: await openid.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state: authorization.state,
      nonce: authorization.nonce,
    });
    return { url: url.href, authorization };
  }

  /** Whose account here it is, by the provider's answer in the query. */
  async finish(query: string, authorization: AuthorizationRequest): Promise<Recognized> {
    const provider = await this.provider();
    const tokens = await openid
      .authorizationCodeGrant(provider, new URL(`${this.callback}${query}`), {
        pkceCodeVerifier: authorization.verifier,
        expectedState: authorization.state,
        expectedNonce: authorization.nonce,
        idTokenExpected: true,
      })
      .catch((error: Error) => this.refused(error));
    const { sub, amr, ...claims } = tokens.claims()!;
    const { issuer, claim } = this.settings;
    const userInfo = () => this.userInfo(provider, tokens.access_token, sub);
    const named = claims[claim] ?? (await userInfo())[claim];
    const account =
      (await this.accountOf(issuer, sub, named)) ??
      (await this.newcomer(sub, named, async () => ({ ...(await userInfo()), ...claims })));
    const methods: unknown[] = Array.isArray(amr) ? amr : [];
    return { account, withSecondFactor: methods.some((one) => STRONG.includes(one)) };
  }

  get settings(): OpenidSettings {
    if (this.config.openid) return this.config.openid;
    throw new RuleViolation('no-provider');
  }

  /** An account that there is; nothing where nobody has it yet, a refusal where it is not theirs. */
  private async accountOf(
    issuer: string,
    subject: string,
    named: unknown,
  ): Promise<Account | undefined> {
    const { manager } = this.database;
    const known = await manager.findOne(OpenidIdentity, {
      where: { issuer, subject },
      relations: { account: true },
    });
    if (known && !known.account.maySignIn) throw this.noAccount();
    if (known) return known.account;
    const account =
      typeof named === 'string' && (await manager.findOneBy(Account, { username: named }));
    if (!account) return undefined;
    // A name that was given to somebody else at the provider opens nothing here.
    if (!account.maySignIn) throw this.noAccount();
    const { id: accountId } = account;
    if (await manager.existsBy(OpenidIdentity, { issuer, accountId })) throw this.noAccount();
    await this.database.transaction((transaction) => link(transaction, account, issuer, subject));
    return account;
  }

  /** Somebody for whom a rule opens an account now. */
  private async newcomer(
    subject: string,
    named: unknown,
    claims: () => Promise<Claims>,
  ): Promise<Account> {
    const { issuer } = this.settings;
    const rules = await this.rules();
    if (rules.length === 0) throw this.noAccount();
    const said = nfc(await claims());
    return this.database
      .transaction(async (manager) => {
        const account = await openByRule(manager, fittingRules(rules, said), named, said);
        await link(manager, account, issuer, subject);
        return account;
      })
      .catch((error: Error) => {
        if (!(error instanceof NotOpened)) throw error;
        this.logger.warn(`openid: no account opened: ${error.message}`);
        throw this.noAccount();
      });
  }

  /** Before anybody comes: a file that is wrong keeps the process from starting. */
  async onModuleInit(): Promise<void> {
    await this.rules();
  }

  private rules(): Promise<OpenidRules> {
    const file = this.config.openid?.rulesFile;
    this.read ??= file ? readOpenidRules(file) : Promise.resolve([]);
    return this.read;
  }

  /** The same for a name that nobody has, one that is taken, and an account that was closed. */
  private noAccount(): RuleViolation {
    return new RuleViolation(this.config.openid?.rulesFile ? 'no-rule-fits' : 'no-account');
  }

  private async userInfo(
    provider: openid.Configuration,
    token: string,
    subject: string,
  ): Promise<Record<string, unknown>> {
    if (!provider.serverMetadata().userinfo_endpoint) return {};
    return { ...(await openid.fetchUserInfo(provider, token, subject)) };
  }

  private get callback(): string {
    return `${this.config.publicUrl}/signin/openid/callback`;
  }

  /** Asked once; again after it failed. */
  private provider(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(issuer).hostname);
    this.discovered ??= openid
      .discovery(new URL(issuer), clientId, clientSecret, undefined, {
        execute: isLocal ? [openid.allowInsecureRequests] : [],
        timeout: 10,
        [openid.customFetch]: boundedFetch,
      })
      .catch((error: Error) => {
        this.discovered = undefined;
        return this.refused(error);
      });
    return this.discovered;
  }

  private refused(error: Error): never {
    this.logger.warn(`openid: ${error.message}`);
    throw new RuleViolation('openid-refused');
  }
}

/** Whatever the provider answers is read no further than its bound. */
const boundedFetch: openid.CustomFetch = async (url, options) => {
  const response = await fetch(url, options as RequestInit);
  const body = await boundedBody(response, LARGEST_ANSWER);
  const { status, headers } = response;
  return new Response(body.length > 0 ? new Uint8Array(body) : null, { status, headers });
};

async function link(
  manager: EntityManager,
  account: Account,
  issuer: string,
  subject: string,
): Promise<void> {
  const { id: accountId } = account;
  await manager.insert(OpenidIdentity, { issuer, subject, accountId });
  await record(manager, account, 'openid-linked', accountId, { issuer });
}
