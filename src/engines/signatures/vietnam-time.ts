/** ISO 8601 at the hour of Vietnam, to the second: `2024-10-05T09:15:30+07:00`. */
export function isoInVietnam(instant: Date): string {
  return `${new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 19)}+07:00`;
}
