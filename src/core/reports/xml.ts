import { XMLParser } from 'fast-xml-parser';

/** An element of an XML document with what a JUnit report needs of it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The text directly inside, character data included. */
  readonly text: string;
}

const TEXT = '#text';
const ATTRIBUTES = ':@';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: true,
  htmlEntities: true,
});

/** The root element of a complete document; undefined where it is cut off or no XML. */
export function parseXml(text: string): XmlElement | undefined {
  const trimmed = text.trim();
  try {
    const root = elementsOf(parser.parse(trimmed)).find(({ name }) => !name.startsWith('?'));
    return root && isClosed(trimmed, root.name) ? root : undefined;
  } catch {
    return undefined;
  }
}

/** The parser closes open elements by itself, so a document that was cut off is told by its end. */
function isClosed(text: string, root: string): boolean {
  if (text.endsWith(`</${root}>`)) return true;
  return text.endsWith('/>') && text.lastIndexOf('<') === text.lastIndexOf(`<${root}`);
}

function elementsOf(nodes: unknown): readonly XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown) => {
    if (!isRecord(node)) return [];
    const name = Object.keys(node).find((key) => key !== ATTRIBUTES && key !== TEXT);
    if (name === undefined) return [];
    const children = node[name];
    return [
      {
        name,
        attributes: attributesOf(node[ATTRIBUTES]),
        children: elementsOf(children),
        text: textOf(children),
      },
    ];
  });
}

function attributesOf(value: unknown): Readonly<Record<string, string>> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(Object.entries(value).map(([key, text]) => [key, String(text)]));
}

function textOf(nodes: unknown): string {
  if (!Array.isArray(nodes)) return '';
  return nodes
    .map((node: unknown) => (isRecord(node) && TEXT in node ? String(node[TEXT]) : ''))
    .join('');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
