import { Controller, Get, Header, NotFoundException, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { createHash, timingSafeEqual } from 'node:crypto';
import { Config } from '../../platform/config/config.ts';
import { Public } from '../../platform/web/public.ts';
import { Metrics } from './metrics.ts';
import { ReadinessCheck } from './readiness.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** For balancers and monitors. */
@Controller()
@Public()
@ApiExcludeController()
export class ObservingController {
  constructor(
    private readonly config: Config,
    private readonly readiness: ReadinessCheck,
    private readonly metrics: Metrics,
  ) {}

  /** The process lives. */
  @Get('health')
  @Header('Content-Type', 'text/plain')
  health(): string {
    return 'ok';
  }

  @Get('ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<object> {
    const { isReady, parts } = await this.readiness.look();
    response.status(isReady ? 200 : 503);
    return parts;
  }

  /** Only where METRICS_TOKEN is set, for whoever shows it; METRICS_PORT needs none. */
  @Get('metrics')
  async show(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { metricsToken } = this.config;
    const shown = request.get('authorization') ?? '';
    if (!metricsToken || !timingSafeEqual(digest(shown), digest(`Bearer ${metricsToken}`))) {
      throw new NotFoundException();
    }
    const { type, body } = await this.metrics.text();
    response.setHeader('Content-Type', type).end(body);
  }
}
