interface Waiting<Wish, Result> {
  wish: Wish;
  resolve: (result: Promise<Result>) => void;
  reject: (error: unknown) => void;
}

/**
 * Whatever is wished while work is under way is done together by the next: batches grow with the load, and
 * nobody waits for a clock. `work` answers for each wish in its place, perhaps later, or rejects for all of them.
 */
export class Batched<Wish, Result> {
  private waiting: Waiting<Wish, Result>[] = [];
  private isWorking = false;

  constructor(
    private readonly work: (wishes: Wish[]) => Promise<Promise<Result>[]>,
    private readonly most = 64,
  ) {}

  do(wish: Wish): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ wish, resolve, reject });
      if (!this.isWorking) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isWorking = true;
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, this.most);
      try {
        const results = await this.work(batch.map(({ wish }) => wish));
        batch.forEach(({ resolve }, index) => resolve(results[index]!));
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.isWorking = false;
  }
}
