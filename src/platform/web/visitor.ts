import { AsyncLocalStorage } from 'node:async_hooks';

/** Who is at the other end of the request that is being answered; nobody in workers and commands. */
export interface Visitor {
  /** IP address: personal data. */
  address: string | undefined;
}

const visitors = new AsyncLocalStorage<Visitor>();

/** Everything `work` leads to knows the visitor. */
export const visitedBy = (visitor: Visitor, work: () => void): void => visitors.run(visitor, work);

export const visitor = (): Visitor | undefined => visitors.getStore();
