/** Lower case without white: words are compared however their lines and spaces were set. */
export function squeezed(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, '').toLocaleLowerCase('vi');
}
