import { formatNumber, isKnownFormat } from '../number-formats.ts';
import { isOn, type StyledNumbering, type Styles } from './styles.ts';
import { below, child, elementsOf, valueOf, type XmlElement } from './xml.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  /** The level, counted from 1, that makes this one begin again; 0 none, absent any above it. */
  restart?: number;
  isLegal: boolean;
  suffix: string;
  paragraphStyle?: string;
  run?: XmlElement;
}

interface List {
  /** Lists over one abstract definition go on counting together. */
  key: string;
  levels: Map<number, Level>;
  starts: Map<number, number>;
}

export interface Label {
  /** `Điều 1.`; for a bullet what stands in its place, in the font of its `run`. */
  text: string;
  isBullet: boolean;
  level: number;
  suffix: string;
  run?: XmlElement;
  /** A format that was written in digits instead. */
  unknownFormat?: string;
}

/** The numbers that Word makes by itself (ECMA-376 part 1, 17.9). */
export class Numbering {
  private readonly abstracts = new Map<string, XmlElement>();
  private readonly nums = new Map<string, XmlElement>();
  private readonly lists = new Map<string, List | undefined>();
  private counts = new Map<string, (number | undefined)[]>();
  private started = new Set<string>();

  constructor(
    root: XmlElement | undefined,
    private readonly styles: Styles,
  ) {
    for (const one of root ? elementsOf(root) : []) {
      if (one.name === 'w:abstractNum')
        this.abstracts.set(one.attributes['w:abstractNumId'] ?? '', one);
      if (one.name === 'w:num') this.nums.set(one.attributes['w:numId'] ?? '', one);
    }
  }

  /** Runs `read` with counters of its own, as a text box, a header or a footnote has them. */
  apart<Read>(read: () => Read): Read {
    const kept = { counts: this.counts, started: this.started };
    this.counts = new Map();
    this.started = new Set();
    try {
      return read();
    } finally {
      Object.assign(this, kept);
    }
  }

  /** The label of the next paragraph with these properties; nothing where it has none. */
  next(properties: XmlElement | undefined): Label | undefined {
    const own = child(properties, 'w:numPr');
    const styled = this.styles.numbering(valueOf(properties, 'w:pStyle'));
    const numId = valueOf(own, 'w:numId') ?? styled?.numId;
    const list = numId === undefined ? undefined : this.list(numId);
    if (!list) return undefined;
    const isStyled = valueOf(own, 'w:numId') === undefined;
    const ilvl = levelOf(list, valueOf(own, 'w:ilvl'), isStyled ? styled : undefined);
    const level = list.levels.get(ilvl);
    if (!level) return undefined;
    const style = level.paragraphStyle;
    const isOfAnother = style !== undefined && !styled?.chain.some((one) => one.style === style);
    if (isStyled && isOfAnother) return undefined;
    return this.label(list, level, ilvl, this.count(list, ilvl, numId!));
  }

  private count(list: List, ilvl: number, numId: string): (number | undefined)[] {
    const counts = this.counts.get(list.key) ?? [];
    this.counts.set(list.key, counts);
    const startOf = (at: number) => list.starts.get(at) ?? list.levels.get(at)?.start ?? 1;
    // A level above that was never used has its first number from now on.
    for (let at = 0; at < ilvl; at += 1) counts[at] ??= startOf(at);
    const first = `${numId}/${ilvl}`;
    const isFresh = list.starts.has(ilvl) && !this.started.has(first);
    this.started.add(first);
    const before = counts[ilvl];
    counts[ilvl] = before === undefined || isFresh ? startOf(ilvl) : before + 1;
    for (let at = ilvl + 1; at < 9; at += 1) {
      const restart = list.levels.get(at)?.restart;
      if (restart === undefined || ilvl < restart) counts[at] = undefined;
    }
    return counts;
  }

  private label(
    list: List,
    level: Level,
    ilvl: number,
    counts: (number | undefined)[],
  ): Label | undefined {
    const { format, suffix, run } = level;
    const isBullet = format === 'bullet';
    const used = [format];
    const text = isBullet
      ? level.text
      : level.text.replace(/%([1-9])/g, (_, digit: string) => {
          const at = Number(digit) - 1;
          const own = list.levels.get(at)?.format ?? 'decimal';
          used.push(own);
          const isDecimal = level.isLegal && own !== 'none';
          const value = counts[at];
          return value === undefined ? '' : formatNumber(value, isDecimal ? 'decimal' : own);
        });
    const unknownFormat = used.find((one) => !isKnownFormat(one));
    return text.trim() ? { text, isBullet, level: ilvl, suffix, run, unknownFormat } : undefined;
  }

  private list(numId: string): List | undefined {
    if (!this.lists.has(numId)) this.lists.set(numId, this.readList(numId));
    return this.lists.get(numId);
  }

  private readList(numId: string): List | undefined {
    const num = this.nums.get(numId);
    const key = valueOf(num, 'w:abstractNumId');
    const own = key === undefined ? undefined : this.abstracts.get(key);
    if (!num || !own) return undefined;
    const link = valueOf(own, 'w:numStyleLink');
    const linked =
      link === undefined ? undefined : this.abstractOf(this.styles.numberingStyle(link));
    const levels = new Map<number, Level>();
    for (const one of below(linked ?? own, 'w:lvl')) levels.set(indexOf(one), readLevel(one));
    const starts = new Map<number, number>();
    for (const override of below(num, 'w:lvlOverride')) {
      const level = child(override, 'w:lvl');
      if (level) levels.set(indexOf(override), readLevel(level));
      const start = valueOf(override, 'w:startOverride');
      if (start !== undefined) starts.set(indexOf(override), number(start, 1));
    }
    return { key: key!, levels, starts };
  }

  private abstractOf(numId: string | undefined): XmlElement | undefined {
    const id = numId === undefined ? undefined : valueOf(this.nums.get(numId), 'w:abstractNumId');
    return id === undefined ? undefined : this.abstracts.get(id);
  }
}

function levelOf(list: List, own: string | undefined, styled: StyledNumbering | undefined): number {
  if (own !== undefined) return number(own, 0);
  for (const { style, ilvl } of styled?.chain ?? []) {
    const linked = [...list.levels].find(([, { paragraphStyle }]) => paragraphStyle === style);
    if (linked) return linked[0];
    if (ilvl !== undefined) return number(ilvl, 0);
  }
  return 0;
}

function readLevel(level: XmlElement): Level {
  // A custom format stands in an alternative beside what older programs show.
  const formats = [...below(level, 'w:numFmt')];
  const custom = formats.find(({ attributes }) => attributes['w:val'] === 'custom');
  const format = custom?.attributes['w:format'] ?? formats.at(-1)?.attributes['w:val'];
  const restart = valueOf(level, 'w:lvlRestart');
  const legal = child(level, 'w:isLgl');
  return {
    start: number(valueOf(level, 'w:start') ?? '0', 0),
    format: format ?? 'decimal',
    text: valueOf(level, 'w:lvlText') ?? '',
    restart: restart === undefined ? undefined : number(restart, 0),
    isLegal: legal !== undefined && isOn(legal.attributes['w:val'] ?? '1'),
    suffix: valueOf(level, 'w:suff') ?? 'tab',
    paragraphStyle: valueOf(level, 'w:pStyle'),
    run: child(level, 'w:rPr'),
  };
}

const indexOf = ({ attributes }: XmlElement) => number(attributes['w:ilvl'] ?? '0', 0);

function number(text: string, otherwise: number): number {
  const value = Number.parseInt(text, 10);
  return Number.isSafeInteger(value) && Math.abs(value) < 1_000_000 ? value : otherwise;
}
