/** What was typed into the form of a group. */
export interface TypedGroup {
  name: string;
  kinds: string[];
  codes: string;
}
