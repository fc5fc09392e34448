/** What the colours of a chart mean; the classes are those of its parts. */
export function Legend<Key extends string>({ names }: { names: Record<Key, string> }) {
  return (
    <ul class="legend">
      {(Object.entries(names) as [Key, string][]).map(([key, name]) => (
        <li key={key}>
          <svg class="chart" viewBox="0 0 1 1" aria-hidden="true">
            <rect class={key} width="1" height="1" />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
