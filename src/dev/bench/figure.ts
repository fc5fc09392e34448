/** One line of a bench's result. */
export interface Figure {
  name: string;
  unit: string;
  median: number;
  /** How many times the figure it is compared with. */
  ratio?: number;
  against?: string;
}
