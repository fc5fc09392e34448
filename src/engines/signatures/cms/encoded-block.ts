import { BaseBlock } from 'asn1js';

/** DER that exists already, to stand inside a larger structure byte for byte. */
export class EncodedBlock extends BaseBlock {
  private readonly bytes: ArrayBuffer;

  constructor(der: Uint8Array) {
    super();
    this.bytes = new Uint8Array(der).buffer;
  }

  override toBER(_sizeOnly?: boolean, writer?: Parameters<BaseBlock['toBER']>[1]): ArrayBuffer {
    writer?.write(this.bytes);
    return this.bytes;
  }
}
