/** A mount to be made, as a line of a file system table. */
export interface Mount {
  readonly from: string;
  readonly at: string;
  readonly type: string;
  readonly options: string;
}

export function bind(from: string, at: string): Mount {
  return { from, at, type: 'none', options: 'bind' };
}

/** A bind with all that is mounted below. */
export function bindAll(from: string, at: string): Mount {
  return { from, at, type: 'none', options: 'rbind' };
}

export function tableLine({ from, at, type, options }: Mount): string {
  return [escaped(from), escaped(at), type, options, '0 0'].join(' ');
}

/** What would end a field or a line is written as its octal number. */
function escaped(path: string): string {
  return path.replace(/[\s\\#]/g, (c) => `\\${c.charCodeAt(0).toString(8).padStart(3, '0')}`);
}
