import { classOf, declarations, styleOf, type Tree } from './tree.ts';

type Declared = Record<string, string>;

/** What decides how letters are read; the looks of a style are no part of a body. */
const READ =
  /^(?:font|font-family|mso-(?:ascii|hansi|symbol)-font-family|mso-hide|display|visibility|text-transform|font-variant(?:-caps)?|mso-list|list-style-type)$/;
const SELECTOR = /^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$/i;
const MOST_RULES = 5_000;

/** The rules that a page of Word brings along: `p.MsoNormal, li.MsoNormal {font-family:".VnTime"}`. */
export class StyleSheet {
  private readonly rules = new Map<string, Declared>();

  constructor(css: string) {
    const plain = css.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, '');
    let count = 0;
    for (const [, selectors, body] of plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
      if ((count += 1) > MOST_RULES) break;
      const read = Object.entries(declarations(body!)).filter(([name]) => READ.test(name));
      if (read.length === 0) continue;
      for (const selector of selectors!.split(',')) {
        const key = selector.trim().toLowerCase();
        if (!SELECTOR.test(key)) continue;
        this.rules.set(key, { ...this.rules.get(key), ...Object.fromEntries(read) });
      }
    }
  }

  /** What is declared for an element, its own style the strongest. */
  of(element: Tree): Declared {
    if (this.rules.size === 0) return styleOf(element);
    const name = element.name.toLowerCase();
    const classes = classOf(element).toLowerCase().split(/\s+/).filter(Boolean);
    const keys = [
      name,
      ...classes.map((one) => `.${one}`),
      ...classes.map((one) => `${name}.${one}`),
    ];
    return Object.assign(
      {},
      ...keys.map((key) => this.rules.get(key)),
      styleOf(element),
    ) as Declared;
  }
}
