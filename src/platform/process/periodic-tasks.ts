import {
  Logger,
  type FactoryProvider,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
  type Type,
} from '@nestjs/common';
import { PeriodicTask } from './periodic-task.ts';

export interface Repeated {
  /** Pause between the end of one run and the start of the next. */
  seconds: number;
  work: (isStopped: () => boolean) => Promise<void>;
}

/** What one room repeats for as long as the process lives; each task by itself, so none waits for another. */
export class PeriodicTasks implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly tasks: PeriodicTask[];

  private constructor(name: string, repeated: Repeated[]) {
    const logger = new Logger(name);
    this.tasks = repeated.map(({ seconds, work }) => new PeriodicTask(seconds, work, logger));
  }

  /** A provider: `tasks` is called with the services named before it. */
  static of<Services extends unknown[]>(
    name: string,
    services: { [Index in keyof Services]: Type<Services[Index]> },
    tasks: (...services: Services) => Repeated[],
  ): FactoryProvider<PeriodicTasks> {
    return {
      provide: PeriodicTasks.token(name),
      inject: services as Type[],
      useFactory: (...given: unknown[]) => new PeriodicTasks(name, tasks(...(given as Services))),
    };
  }

  static token(name: string): string {
    return `PeriodicTasks(${name})`;
  }

  onApplicationBootstrap(): void {
    for (const task of this.tasks) task.start();
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(this.tasks.map((task) => task.stop()));
  }
}
