import type { Pasted } from './paste-reader.ts';

/** Reads what is pasted, with a script that comes with the first paste. */
export class PasteReading {
  private failures = 0;
  private held: Promise<unknown> | undefined;

  /** `form` is not sent while something is being read, or it would go without it. */
  constructor(
    private readonly address: string,
    form: HTMLFormElement | null,
  ) {
    const wait = (event: SubmitEvent) => {
      if (!this.held) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      void this.held.then(() => form!.requestSubmit(event.submitter));
    };
    form?.addEventListener('submit', wait, { capture: true });
  }

  /** Throws when the script does not come, or what was pasted is beyond it. */
  async read(html: string): Promise<Pasted> {
    // Some browsers remember a script that did not come; under another address they ask again.
    const again = this.failures > 0 ? `?${this.failures}` : '';
    const script = import(this.address + again) as Promise<typeof import('./paste-reader.ts')>;
    const { readPasted } = await script.catch((error: unknown) => {
      this.failures += 1;
      throw error;
    });
    return readPasted(html);
  }

  hold(work: Promise<unknown>): void {
    const all = Promise.allSettled([this.held, work]).then(() => {
      if (this.held === all) this.held = undefined;
    });
    this.held = all;
  }
}
