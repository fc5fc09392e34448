/** The charsets of Vietnamese fonts from before Unicode; their text stands in a file as if it were Windows-1252. */
export type Charset = 'TCVN3' | 'VNI' | 'VPS';

/** TCVN 5712:1993 VN3 (ABC) from 0xA1 on; a blank is no letter of it. */
export const TCVN3 = [
  'ĂÂÊÔƠƯĐăâêôơưđ      àảãáạ ằẳẵắ       ặầẩẫấậè ẻẽéẹề',
  'ểễếệìỉ   ĩíịò ỏõóọồổỗốộờởỡớợù ủũúụừửữứựỳỷỹýỵ',
].join('');

/** VPS from 0x80 on; what it has below a blank cannot stand in XML. */
export const VPS = [
  'ÀẢÃẤẦẨọỗĂếềểệẮẰẲẾ  ỀỂỄỐỒỔỖýỷỵỚỜỞ ắằẳẵặỠớÙờởỡŨứợỪổỬỲỸÍÌộỈĨÓửữÒỎÕựầÁÂấẩẫ',
  'ậđẻÉÊẹỉễịỹƯỦồốÔỏơÈừứÚũưÝẺ àáâãảạă èéêẽìí ĩẴĐòóôõ Ơụùúủ ỶẼỳ',
].join('');

export const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

export const TONES: Record<string, string> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
};

export const CIRCUMFLEX: Record<string, string> = {
  â: '',
  á: '\u0301',
  à: '\u0300',
  å: '\u0309',
  ã: '\u0303',
  ä: '\u0323',
};

export const BREVE: Record<string, string> = {
  ê: '',
  é: '\u0301',
  è: '\u0300',
  ú: '\u0309',
  ü: '\u0303',
  ë: '\u0323',
};

/** VNI letters that stand alone. */
export const ALONE: Record<string, string> = {
  ô: 'ơ',
  ö: 'ư',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  ñ: 'đ',
};
