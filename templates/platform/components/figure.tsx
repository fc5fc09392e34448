import type { ComponentChildren } from 'preact';

/** One number that matters, in a list of class `figures`. */
export function Figure({
  name,
  tone,
  note,
  children,
}: {
  name: string;
  tone?: 'good' | 'warn' | 'bad' | false;
  note?: string;
  children: ComponentChildren;
}) {
  return (
    <div class={tone || undefined}>
      <dt>{name}</dt>
      <dd>
        {children}
        {note && <small>{note}</small>}
      </dd>
    </div>
  );
}
