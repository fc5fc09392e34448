import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);

export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic';

const DECLARED: Record<Face, [file: string, style: string]> = {
  regular: ['400Regular/Tinos_400Regular.ttf', ''],
  bold: ['700Bold/Tinos_700Bold.ttf', 'font-weight: 700;'],
  italic: ['400Regular_Italic/Tinos_400Regular_Italic.ttf', 'font-style: italic;'],
  boldItalic: ['700Bold_Italic/Tinos_700Bold_Italic.ttf', 'font-weight: 700; font-style: italic;'],
};

export interface Plan {
  /** What the browser lacks of them it makes itself, letter by letter. */
  faces: Face[];
  /** In place of the declared one: a family of the machine's. */
  family?: string;
  /** Of the rule under the abstract; a third to a half of it is right. */
  ruleMm: number;
  ending: string;
  recipientsSize: number;
}

const RIGHT: Plan = {
  faces: ['regular', 'bold', 'italic'],
  ruleMm: 38,
  ending: './.',
  recipientsSize: 11,
};

/** A plan with a table, in which nothing is wrong but what is said otherwise. */
export function planInHtml(otherwise: Partial<Plan> = {}): string {
  const { faces, family, ruleMm, ending, recipientsSize } = { ...RIGHT, ...otherwise };
  const declared = faces.map((face) => {
    const [file, style] = DECLARED[face];
    const { href } = pathToFileURL(require.resolve(`@expo-google-fonts/tinos/${file}`));
    return `@font-face { font-family: T; src: url(${href}); ${style} }`;
  });
  return `<!doctype html><html lang="vi"><style>${family ? '' : declared.join('')}
@page{size:A4;margin:20mm 15mm 20mm 30mm}body{font:14pt/1.3 ${family ?? 'T'};margin:0}td{font-size:14pt;text-align:center;vertical-align:top;padding:0}p.b{text-indent:10mm;text-align:justify;margin:6pt 0}
</style>
<body><table width=100%><tr><td width=42% style="font-size:12pt">UBND TỈNH HƯNG YÊN<br><b>SỞ KHOA HỌC VÀ CÔNG NGHỆ</b><div style="width:25mm;border-top:1px solid;margin:2pt auto"></div></td><td><b style="font-size:12pt">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br><b style="font-size:13pt"><u>Độc lập - Tự do - Hạnh phúc</u></b></td></tr>
<tr><td style="font-size:13pt;padding-top:10pt">Số: 77/KH-SKHCN</td><td style="font-size:13pt;padding-top:10pt"><i>Hưng Yên, ngày 12 tháng 11 năm 2026</i></td></tr></table>
<p style="text-align:center;margin:14pt 0 0"><b>KẾ HOẠCH</b><br><b>Tuyên truyền an toàn thông tin năm 2026</b><div style="width:${ruleMm}mm;border-top:1px solid;margin:2pt auto"></div>
<p class=b><i>Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;</i></p>
<p class=b><b>I. MỤC ĐÍCH</b></p>
<p class=b>Tăng cường tuyên truyền trên hệ thống thông tin cơ sở để người dân biết và chủ động phòng tránh các thủ đoạn lừa đảo; phối hợp với lực lượng chức năng kịp thời phát hiện, ngăn chặn và xử lý nghiêm các hành vi vi phạm trên không gian mạng.</p>
<p class=b>1. Phối hợp với lực lượng chức năng kịp thời phát hiện, ngăn chặn và xử lý nghiêm các hành vi vi phạm trên không gian mạng; phổ biến rộng rãi số điện thoại tiếp nhận phản ánh đến từng hộ gia đình.</p>
<table border=1 style="border-collapse:collapse" width=100%><tr><td>STT<td>Nội dung<td>Thời gian</tr><tr><td>1<td>Tuyên truyền trên hệ thống thông tin cơ sở của các xã, phường trong tỉnh<td>Tháng 11</tr></table>
<p class=b>Trên đây là Kế hoạch tuyên truyền an toàn thông tin năm 2026; yêu cầu các đơn vị nghiêm túc triển khai thực hiện${ending}</p>
<table width=100%><tr><td style="text-align:left;font-size:${recipientsSize}pt" width=45%><b style="font-size:12pt"><i>Nơi nhận:</i></b><br>- Các phòng, đơn vị;<br>- Lưu: VT, CĐS.<td><b>GIÁM ĐỐC<br><br><br><br><br>Nguyễn Văn An</b></tr></table>`;
}
