interface Transferable {
  transferToFixedLength?: (this: ArrayBuffer, length?: number) => ArrayBuffer;
}

/** pdf.js calls a method that Node 20 does not have yet; a copy serves it as well. */
(ArrayBuffer.prototype as Transferable).transferToFixedLength ??= function (
  this: ArrayBuffer,
  length = this.byteLength,
) {
  const copy = new ArrayBuffer(length);
  new Uint8Array(copy).set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
  return copy;
};
