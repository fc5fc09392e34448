/** Personal data as lists for others show it: enough to recognize, too little to use. */
export function maskEmail(address: string): string {
  const at = address.lastIndexOf('@');
  if (at < 1) return '•••';
  const name = address.slice(0, at);
  return `${name.slice(0, name.length > 3 ? 2 : 1)}•••${address.slice(at)}`;
}

/** `0912 345 678` keeps its last three digits. */
export function maskPhone(number: string): string {
  const digits = number.replace(/\D/g, '');
  return digits.length < 6 ? '•••' : `•••${digits.slice(-3)}`;
}
