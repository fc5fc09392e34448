import { Injectable } from '@nestjs/common';

/** What time it is, for what happens by itself or counts down; stories set it. */
@Injectable()
export class Clock {
  now: () => Date = () => new Date();
}
