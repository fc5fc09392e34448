import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Server } from 'node:http';
import { Config } from '../config.ts';

/**
 * The end of a web process: `/ready` says no, no connection is accepted, requests that are under way
 * are answered; those that take longer than SHUTDOWN_SECONDS are cut.
 */
@Injectable()
export class Draining implements BeforeApplicationShutdown {
  hasBegun = false;

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly config: Config,
  ) {}

  beforeApplicationShutdown(): void {
    this.hasBegun = true;
    const server = this.http.httpAdapter?.getHttpServer() as Server | undefined;
    setTimeout(() => server?.closeAllConnections(), this.config.shutdownSeconds * 1000).unref();
  }
}
