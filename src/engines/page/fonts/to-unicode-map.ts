const hex = (code: number) => `<${code.toString(16).padStart(4, '0')}>`;

/** A ToUnicode CMap (ISO 32000-1, 9.10.3): `unicode[glyph]` is the character, in blocks of at most 100. */
export function toUnicodeMap(unicode: number[]): string {
  const entries = [...unicode.entries()]
    .slice(1)
    .map(([glyph, code]) => `${hex(glyph)} ${hex(code ?? 0xfffd)}`);
  const blocks: string[] = [];
  for (let from = 0; from < entries.length; from += 100) {
    const block = entries.slice(from, from + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
}
