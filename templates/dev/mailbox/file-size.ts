const NUMBER = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 });

/** `12,3 kB`, in powers of ten. */
export function fileSize(bytes: number): string {
  if (bytes < 1_000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${NUMBER.format(bytes / 1_000)} kB`;
  return `${NUMBER.format(bytes / 1_000_000)} MB`;
}
