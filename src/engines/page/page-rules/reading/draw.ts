import type { Matrix, TextTracer, ShownGlyph } from './text-tracer.ts';

/** One operator of a page, as pdf.js numbers them, followed by the tracer. */
export function draw(
  tracer: TextTracer,
  ops: Record<string, number>,
  operator: number,
  args: unknown[],
): void {
  const numbers = () => args.flatMap((arg) => [...(arg as number[])]) as unknown as Matrix;
  const [first, second] = args as [number, number];
  switch (operator) {
    case ops['save']:
      return tracer.save();
    case ops['restore']:
    case ops['paintFormXObjectEnd']:
      return tracer.restore();
    case ops['transform']:
      return tracer.transform(args as Matrix);
    case ops['paintFormXObjectBegin']:
      return tracer.enterForm(args[0] as Matrix | null);
    case ops['beginAnnotation']:
      return tracer.enterAnnotation(args[2] as Matrix, args[3] as Matrix);
    case ops['endAnnotation']:
      return tracer.leaveAnnotation();
    case ops['beginText']:
      return tracer.setTextMatrix([1, 0, 0, 1, 0, 0]);
    case ops['setTextMatrix']:
      return tracer.setTextMatrix(typeof first === 'number' ? (args as Matrix) : numbers());
    case ops['moveText']:
      return tracer.moveText(first, second);
    case ops['setLeadingMoveText']:
      tracer.set({ leading: -second });
      return tracer.moveText(first, second);
    case ops['nextLine']:
      return tracer.nextLine();
    case ops['setFont']:
      return tracer.setFont(args[0] as string, second);
    case ops['setTextRenderingMode']:
      return tracer.set({ mode: first });
    case ops['setCharSpacing']:
      return tracer.set({ characterSpacing: first });
    case ops['setWordSpacing']:
      return tracer.set({ wordSpacing: first });
    case ops['setHScale']:
      return tracer.set({ stretch: first / 100 });
    case ops['setLeading']:
      return tracer.set({ leading: first });
    case ops['setTextRise']:
      return tracer.set({ rise: first });
    case ops['setFillRGBColor']:
      return tracer.set({ colour: colourOf(args) });
    case ops['showText']:
      return tracer.show(args[0] as (ShownGlyph | number)[]);
    case ops['paintImageXObject']:
    case ops['paintInlineImageXObject']:
    case ops['paintImageMaskXObject']:
      return tracer.picture();
    case ops['constructPath']:
      if (args[2]) tracer.path(args[2] as ArrayLike<number>);
  }
}

function colourOf([first, ...rest]: unknown[]): string {
  if (typeof first === 'string') return first;
  const parts = [first, ...rest] as number[];
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
