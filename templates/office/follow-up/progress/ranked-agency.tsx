/** The first two cells of a ranking: an agency, and how long its bar is beside the longest. */
export function RankedAgency({
  agency: { name, kind, late },
  most,
}: {
  agency: { name: string; kind: string; late: number };
  most: number;
}) {
  return (
    <>
      <th scope="row">
        {name}
        <small>{kind}</small>
      </th>
      <td>
        <svg class="bar" aria-hidden="true" viewBox="0 0 100 4" preserveAspectRatio="none">
          <rect class="failed" width={(100 * late) / most} height={4} />
        </svg>
      </td>
    </>
  );
}
