/** The start of a content's hash, for comparing by eye; all of it where it is signed. */
export function ContentCode({ hash, whole }: { hash: string; whole?: boolean }) {
  const groups = (hash.match(/.{4}/g) ?? []).slice(0, whole ? undefined : 3);
  return (
    <span class="code">
      Mã nội dung <code title={`SHA-256 ${hash}`}>{groups.join(' ')}</code>
    </span>
  );
}
