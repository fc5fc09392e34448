import { run } from './outside-tool.ts';

export interface StructureNode {
  tag: string;
  depth: number;
  text: string;
}

/** The structure tree with its text in reading order, read by pdfinfo. */
export function readStructure(path: string): StructureNode[] {
  const nodes: StructureNode[] = [];
  for (const line of run('pdfinfo', '-struct-text', path).split('\n')) {
    const [, indent, tag] = /^( *)(\w+)(?: \(\w+\))?:?$/.exec(line) ?? [];
    if (tag) nodes.push({ tag, depth: indent!.length / 2, text: '' });
    else {
      const [, text = ''] = /^ *"(.*)"$/.exec(line) ?? [];
      if (nodes.length > 0) nodes.at(-1)!.text += text;
    }
  }
  return nodes;
}
