import type { LanguageId } from '../api/language';
import { namedChildrenOf, walk } from './nodes';
import type { SyntaxNode } from './parsing';

const SCRIPT_ENDINGS = ['', '.ts', '.tsx', '.js', '.jsx', '.mjs', '.cjs', '.mts', '.cts'];
const SCRIPT_INDEXES = ['/index.ts', '/index.tsx', '/index.js', '/index.mjs', '/index.cjs'];

/** Where the project's own modules that a file imports may stand; most of these paths do not exist. */
export function ownImports(
  root: SyntaxNode,
  language: LanguageId,
  path: string,
): readonly string[] {
  const folder = path.split('/').slice(0, -1);
  const found =
    language === 'python' ? pythonImports(root, folder) : scriptImports(root).flatMap(candidates);
  return [...new Set(found)];

  function candidates(specifier: string): readonly string[] {
    const base = resolved([...folder, ...specifier.split('/')]);
    if (base === undefined) return [];
    const bare = base.replace(/\.[cm]?jsx?$/, '');
    return [base, bare].flatMap((stem) =>
      [...SCRIPT_ENDINGS, ...SCRIPT_INDEXES].map((ending) => stem + ending),
    );
  }
}

/** Relative names in `import`, `export … from` and `require`. */
function scriptImports(root: SyntaxNode): readonly string[] {
  const names: string[] = [];
  const add = (text: string | undefined) => {
    const name = /^['"](\.{1,2}(\/[^'"]*)?)['"]$/.exec(text ?? '')?.[1];
    if (name !== undefined) names.push(name);
  };
  walk(root, (node) => {
    if (node.type === 'import_statement' || node.type === 'export_statement')
      add(node.childForFieldName('source')?.text);
    if (node.type === 'call_expression') {
      const callee = node.childForFieldName('function')?.text;
      const list = node.childForFieldName('arguments');
      if ((callee === 'require' || callee === 'import') && list)
        add(namedChildrenOf(list)[0]?.text);
    }
    return true;
  });
  return names;
}

/** Relative to the file's package, and from the folders in which a project's packages usually stand. */
function pythonImports(root: SyntaxNode, folder: readonly string[]): readonly string[] {
  const modules: string[] = [];
  walk(root, (node) => {
    if (node.type === 'import_statement')
      for (const name of namedChildrenOf(node))
        modules.push((name.childForFieldName('name') ?? name).text);
    if (node.type === 'import_from_statement') {
      const module = node.childForFieldName('module_name');
      const names = namedChildrenOf(node).filter(({ id }) => id !== module?.id);
      for (const name of names) {
        const imported = (name.childForFieldName('name') ?? name).text;
        const from = module?.text ?? '';
        modules.push(from, from.endsWith('.') ? from + imported : `${from}.${imported}`);
      }
    }
    return true;
  });
  return modules.flatMap((module) => {
    const dots = /^\.*/.exec(module)?.[0].length ?? 0;
    const parts = module
      .slice(dots)
      .split('.')
      .filter((part) => part !== '');
    const up = folder.slice(0, Math.max(0, folder.length - dots + 1));
    const bases = dots > 0 ? [up] : [[], ['src'], folder, folder.slice(0, -1)];
    return bases.flatMap((base) => {
      const stem = [...base, ...parts].join('/');
      return [`${stem}.py`, `${stem}/__init__.py`];
    });
  });
}

/** A path without `.` and `..`; undefined for one that leaves the project. */
function resolved(parts: readonly string[]): string | undefined {
  const path: string[] = [];
  for (const part of parts) {
    if (part === '' || part === '.') continue;
    if (part !== '..') path.push(part);
    else if (path.pop() === undefined) return undefined;
  }
  return path.join('/');
}
