import { Injectable } from '@nestjs/common';

/** Parts of this process that cannot do their work now; `/ready` tells. */
@Injectable()
export class Troubles {
  private readonly parts = new Set<string>();

  begin(part: string): void {
    this.parts.add(part);
  }

  end(part: string): void {
    this.parts.delete(part);
  }

  get all(): string[] {
    return [...this.parts];
  }
}
