import {
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Config } from '../../platform/config/config.ts';
import { answerBadRequests } from '../../platform/web/answer-bad-requests.ts';
import { Metrics } from './metrics.ts';
import { ReadinessCheck } from './readiness.ts';

/** METRICS_PORT: `/health`, `/ready` and `/metrics` beside the application, for workers too. */
@Injectable()
export class ObservingPort implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly server = createServer((request, response) => {
    this.answer(request, response).catch(() => response.writeHead(503).end());
  });

  constructor(
    private readonly config: Config,
    private readonly readiness: ReadinessCheck,
    private readonly metrics: Metrics,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { metricsPort, host } = this.config;
    if (metricsPort === undefined) return;
    answerBadRequests(this.server);
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject).listen(metricsPort, host, resolve);
    });
  }

  async onApplicationShutdown(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private async answer({ url }: IncomingMessage, response: ServerResponse): Promise<void> {
    if (url === '/health') {
      response.end('ok');
    } else if (url === '/ready') {
      const { isReady, parts } = await this.readiness.look();
      response
        .writeHead(isReady ? 200 : 503, { 'Content-Type': 'application/json' })
        .end(JSON.stringify(parts));
    } else if (url === '/metrics') {
      const { type, body } = await this.metrics.text();
      response.writeHead(200, { 'Content-Type': type }).end(body);
    } else {
      response.writeHead(404).end();
    }
  }
}
