import { child, elementsOf, valueOf, type XmlElement } from './xml.ts';

/** How a run looks, as far as it concerns what is read. */
export interface RunLook {
  bold: boolean;
  italic: boolean;
  capitals: boolean;
  hidden: boolean;
  /** The font of ASCII letters, and of those above. */
  ascii?: string;
  hAnsi?: string;
}

type Toggle = 'bold' | 'italic' | 'caps' | 'small' | 'hidden';
const TOGGLES = new Map<string, Toggle>([
  ['w:b', 'bold'],
  ['w:i', 'italic'],
  ['w:caps', 'caps'],
  ['w:smallCaps', 'small'],
  ['w:vanish', 'hidden'],
]);
type Partial_ = { [key in Toggle]?: boolean } & { ascii?: string; hAnsi?: string };

interface Style {
  basedOn?: string;
  run: Partial_;
  paragraph?: XmlElement;
}

/** Where a paragraph style gets its numbering from. */
export interface StyledNumbering {
  numId: string;
  /** From the style itself to the one it is based on that names the list, each with the level it names. */
  chain: { style: string; ilvl?: string }[];
}

const DEEPEST = 20;

/** The styles of a document and what a run gets of them (ECMA-376 part 1, 17.7). */
export class Styles {
  private readonly styles = new Map<string, Style>();
  private readonly defaults: Partial_;
  private readonly themeFonts = new Map<string, string>();
  private readonly numberings = new Map<string, string>();
  private readonly inheritances = new Map<string, Partial_>();
  private defaultParagraph?: string;

  constructor(root?: XmlElement, theme?: XmlElement) {
    this.readTheme(theme);
    const defaults = child(child(root, 'w:docDefaults'), 'w:rPrDefault');
    this.defaults = this.partial(child(defaults, 'w:rPr'));
    for (const one of root ? elementsOf(root) : []) {
      const id = one.attributes['w:styleId'];
      if (one.name !== 'w:style' || id === undefined) continue;
      const paragraph = child(one, 'w:pPr');
      const run = this.partial(child(one, 'w:rPr'));
      this.styles.set(id, { basedOn: valueOf(one, 'w:basedOn'), run, paragraph });
      const type = one.attributes['w:type'];
      if (type === 'paragraph' && isOn(one.attributes['w:default'] ?? '0'))
        this.defaultParagraph = id;
      const numId = type === 'numbering' && valueOf(child(paragraph, 'w:numPr'), 'w:numId');
      if (numId) this.numberings.set(id, numId);
    }
  }

  /** `direct` from the weakest to the strongest: the level of a list before the run's own. */
  run(
    styles: { table?: string; paragraph?: string; character?: string },
    ...direct: (XmlElement | undefined)[]
  ): RunLook {
    const layers = [styles.table, styles.paragraph ?? this.defaultParagraph, styles.character].map(
      (id) => this.inherited(id),
    );
    const own = Object.assign({}, ...direct.map((one) => this.partial(one))) as Partial_;
    // 17.7.3: what two styles switch on is off again; what stands on the run itself counts as it is.
    const toggled = (name: Toggle) =>
      own[name] ?? (this.defaults[name] || layers.filter((layer) => layer[name]).length % 2 === 1);
    const { ascii, hAnsi } = Object.assign({}, this.defaults, ...layers, own) as Partial_;
    return {
      bold: toggled('bold'),
      italic: toggled('italic'),
      capitals: toggled('caps') || toggled('small'),
      hidden: toggled('hidden'),
      ascii,
      hAnsi: hAnsi ?? ascii,
    };
  }

  /** A property of a paragraph that only its style names. */
  paragraph(id: string | undefined, name: string): XmlElement | undefined {
    for (const [, style] of this.chain(id ?? this.defaultParagraph)) {
      const found = child(style.paragraph, name);
      if (found) return found;
    }
    return undefined;
  }

  numbering(id: string | undefined): StyledNumbering | undefined {
    const chain: StyledNumbering['chain'] = [];
    for (const [style, { paragraph }] of this.chain(id ?? this.defaultParagraph)) {
      const numbering = child(paragraph, 'w:numPr');
      chain.push({ style, ilvl: valueOf(numbering, 'w:ilvl') });
      const numId = valueOf(numbering, 'w:numId');
      if (numId !== undefined) return { numId, chain };
    }
    return undefined;
  }

  /** The list that a numbering style stands for. */
  numberingStyle(id: string): string | undefined {
    return this.numberings.get(id);
  }

  private *chain(id: string | undefined): Generator<[string, Style]> {
    for (let i = 0; id !== undefined && i < DEEPEST; i += 1) {
      const style = this.styles.get(id);
      if (!style) return;
      yield [id, style];
      id = style.basedOn;
    }
  }

  private inherited(id: string | undefined): Partial_ {
    if (id === undefined) return {};
    let known = this.inheritances.get(id);
    if (!known) {
      const layers = [...this.chain(id)].map(([, { run }]) => run);
      known = Object.assign({}, ...layers.toReversed()) as Partial_;
      this.inheritances.set(id, known);
    }
    return known;
  }

  private partial(properties: XmlElement | undefined): Partial_ {
    const found: Partial_ = {};
    if (!properties) return found;
    for (const one of elementsOf(properties)) {
      const toggle = TOGGLES.get(one.name);
      if (toggle) found[toggle] ??= isOn(one.attributes['w:val'] ?? '1');
    }
    const fonts = child(properties, 'w:rFonts')?.attributes;
    if (!fonts) return found;
    for (const name of ['ascii', 'hAnsi'] as const) {
      const font = this.themeFonts.get(fonts[`w:${name}Theme`] ?? '') ?? fonts[`w:${name}`];
      if (font) found[name] = font;
    }
    return found;
  }

  private readTheme(theme: XmlElement | undefined): void {
    const scheme = child(child(theme, 'a:themeElements'), 'a:fontScheme');
    for (const kind of ['major', 'minor']) {
      const font = child(child(scheme, `a:${kind}Font`), 'a:latin')?.attributes.typeface;
      if (!font) continue;
      this.themeFonts.set(`${kind}HAnsi`, font);
      this.themeFonts.set(`${kind}Ascii`, font);
    }
  }
}

export const isOn = (value: string): boolean => !/^(?:0|false|off)$/.test(value);
