/** How many acknowledged so many minutes after the dispatch was issued. */
export interface AcknowledgedIn {
  minutes: number;
  count: number;
}

export interface Curve {
  /** How many had acknowledged by then, oldest first. */
  curve: { minutes: number; acknowledged: number }[];
  median: number | null;
  ninetieth: number | null;
}

/** Of those who acknowledged; `times` in order of time. */
export function curveOf(times: AcknowledgedIn[]): Curve {
  let acknowledged = 0;
  const curve = times.map(({ minutes, count }) => {
    acknowledged += count;
    return { minutes, acknowledged };
  });
  const after = (share: number) =>
    curve.find((point) => point.acknowledged >= share * acknowledged)?.minutes ?? null;
  return { curve, median: after(0.5), ninetieth: after(0.9) };
}
