/** Something that ends soon, for whoever has to do something about it. */
export interface Notice {
  /** Days. */
  within: number;
  message: string;
}
