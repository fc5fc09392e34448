export interface LineValues {
  text: string;
  to: string;
  purpose: string;
  /** `2024-03-05T16:55`, in Vietnam. */
  acknowledgeBy: string;
  replyBy: string;
}

export interface AnnexValues {
  title: string;
  body: string;
}

/** What stands in the form's controls: text as typed, right or wrong. */
export interface DraftValues {
  type: string;
  abstract: string;
  symbol: string;
  urgency: string;
  circulation: string;
  legalBases: string;
  body: string;
  typistMark: string;
  mandateId: string;
  revision: string;
  /** Must stay empty; a level that was chosen is refused. */
  secrecy: string;
  /** Of a new draft that replaces or corrects another. */
  formerId: string;
  relation: string;
  /** Empty where nobody chose: the whole office. */
  reading: string;
  /** Ids of accounts. */
  readers: string[];
  addressees: LineValues[];
  copies: LineValues[];
  annexes: AnnexValues[];
}
