/** The object store cannot be reached, or not now: what it has is whole, and the same request may succeed later. */
export class StoreAway extends Error {
  override name = 'StoreAway';
}
