import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server, ServerResponse } from 'node:http';
import { Config } from '../../platform/config/config.ts';

/**
 * The end of a web process: `/ready` says no, no connection is accepted, requests that are under way
 * are answered; those that take longer than SHUTDOWN_SECONDS are cut.
 */
@Injectable()
export class Draining implements BeforeApplicationShutdown {
  hasBegun = false;
  private readonly underWay = new Set<ServerResponse>();

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly config: Config,
  ) {}

  /** Whoever asks while the process ends, or is still waiting then, is told to come by a new connection. */
  watch(response: ServerResponse): void {
    this.underWay.add(response);
    response.once('close', () => this.underWay.delete(response));
    if (this.hasBegun) isLast(response);
  }

  beforeApplicationShutdown(): void {
    this.hasBegun = true;
    for (const response of this.underWay) isLast(response);
    const server = this.http.httpAdapter?.getHttpServer() as Server | undefined;
    setTimeout(() => server?.closeAllConnections(), this.config.shutdownSeconds * 1000).unref();
  }
}

function isLast(response: ServerResponse): void {
  if (!response.headersSent) response.setHeader('Connection', 'close');
}
