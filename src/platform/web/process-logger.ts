import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import type { Config } from '../config/config.ts';
import { requestId } from './request-id.ts';

const LEVELS: LogLevel[] = ['error', 'warn', 'log', 'debug'];
const NAMES = { error: 1, warn: 2, info: 3, debug: 4 };
/** Nest's own lists of modules and routes, several hundred lines at each start. */
const MAPS = new Set(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/** One line for one event: JSON for machines, or text for people; with the request's id where there is one. */
export class ProcessLogger extends ConsoleLogger {
  constructor({ logFormat, logLevel }: Pick<Config, 'logFormat' | 'logLevel'>) {
    super({
      json: logFormat === 'json',
      logLevels: LEVELS.slice(0, NAMES[logLevel]),
      flattenParams: true,
    });
  }

  override log(message: unknown, ...details: unknown[]): void {
    if (MAPS.has(String(details.at(-1)))) this.debug(message, ...details);
    else super.log(message, ...details);
  }

  /** What keeps a process from starting is said by `run`, in words. */
  override error(message: unknown, ...details: unknown[]): void {
    if (message instanceof Error && details.at(-1) === 'ExceptionHandler') return;
    super.error(message, ...details);
  }

  protected override getJsonLogObject(
    ...[message, options]: Parameters<ConsoleLogger['getJsonLogObject']>
  ) {
    const id = requestId();
    const line = super.getJsonLogObject(message, options);
    return id === undefined ? line : { ...line, requestId: id };
  }
}
