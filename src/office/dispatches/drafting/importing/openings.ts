const SALUTATION =
  /^(?:Kính (?:gửi|trình)(?:\s*:|\s*$|\s+(?=\p{Lu}|[-–]))|(?:.{0,80}\s)?(?:trân trọng\s+)?kính mời\s*:|(?:.{0,90}\s)?điện\s*:)\s*/iu;
const BASIS =
  /^(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét (?:Tờ trình|Báo cáo|Văn bản|Công văn)|Trên cơ sở|Thực hiện (?:Luật|Nghị|Quyết|Chỉ thị|Thông tư)|Được sự (?:đồng ý|chấp thuận))(?!\p{L})/iu;

/** The words before addressees: `Kính gửi:`, `Trân trọng kính mời:`, `… điện:`. */
export const isSalutation = (text: string): boolean =>
  SALUTATION.test(text.replace(/^[-–]\s*/, ''));
export const withoutSalutation = (text: string): string => text.replace(SALUTATION, '');
/** A line of what a dispatch is issued by; `isFirst` for the one that the others follow. */
export const isBasis = (text: string): boolean => /^Căn cứ\s/iu.test(text);
export const isFurtherBasis = (text: string): boolean => BASIS.test(text);
