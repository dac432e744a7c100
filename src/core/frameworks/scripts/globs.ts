/**
 * A pattern of `*`, `**`, `?`, `[…]` and `{a,b}` as a regular expression over whole relative paths.
 * With `shell`, `**` means no more than `*`, as in a POSIX shell.
 */
export function globPattern(pattern: string, { shell = false } = {}): RegExp {
  const source = pattern.replace(/^\.\//, '');
  let text = '';
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const char = source[at] ?? '';
    if (char === '*' && source[at + 1] === '*') {
      const folders = source[at + 2] === '/';
      if (shell) text += '[^/]*';
      else text += folders ? '(?:.*/)?' : '.*';
      at += folders && !shell ? 2 : 1;
    } else if (char === '*') text += '[^/]*';
    else if (char === '?') text += '[^/]';
    else if (char === '{') {
      depth += 1;
      text += '(?:';
    } else if (char === '}' && depth > 0) {
      depth -= 1;
      text += ')';
    } else if (char === ',' && depth > 0) text += '|';
    else if (char === '[' && source.includes(']', at)) {
      const end = source.indexOf(']', at);
      text += `[${source.slice(at + 1, end).replace(/^!/, '^')}]`;
      at = end;
    } else text += char.replace(/[\\^$.|+()[\]{}]/, '\\$&');
  }
  return new RegExp(`^${text}$`);
}

export function isGlob(word: string): boolean {
  return /[*?]|\{[^}]*,|\[[^\]]+\]/.test(word);
}

/** Paths below a folder, relative to it. */
export function filesBelow(files: readonly string[], folder: string): readonly string[] {
  if (folder === '') return files;
  const prefix = `${folder}/`;
  return files.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length));
}

/** What a shell makes of an unquoted pattern: the matching paths, or the pattern itself. */
export function expandWildcard(pattern: string, files: readonly string[]): readonly string[] {
  const expression = globPattern(pattern, { shell: true });
  const prefix = pattern.startsWith('./') ? './' : '';
  const depth = pattern.replace(/^\.\//, '').split('/').length;
  const paths = new Set(files.map((path) => path.split('/').slice(0, depth).join('/')));
  const found = [...paths].filter((path) => expression.test(path) && !/(^|\/)\.[^/]*$/.test(path));
  return found.length > 0 ? found.sort().map((path) => `${prefix}${path}`) : [pattern];
}
