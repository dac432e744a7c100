import { isWithin } from '../folders';
import { DEVICES, layerNames, TREE, upperFolder, workFolder, type Jail } from './jail';
import { bind, bindAll, tableLine, type Mount } from './mount-table';
import { quote } from './quote';

/** Ends the script when the sandbox cannot be made; what it prints before it begins with `COMPLAINT`. */
export const NOT_MADE = 125;
export const COMPLAINT = 'winnow-overlay: ';

/** Where system programs are: the command's own PATH may lead into the workspace. */
const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin';

/**
 * The script that turns fresh namespaces into a sandbox and runs its arguments there. It is process 1
 * of its namespace: when it ends, the kernel ends whatever else is alive in it. First argument: the
 * working directory. Mounts are made many at a time, for each start of `mount` costs milliseconds.
 */
export function mountScript(jail: Jail): string {
  const stage = quote(jail.stage);
  return [
    'set -eu',
    `path=$PATH PATH=${SYSTEM_PATH} here=$1; shift`,
    `complain() { echo "${COMPLAINT}$1" >&2; exit ${NOT_MADE}; }`,
    `step=; trap 'code=$?; [ "$step" = done ] || complain "cannot make the sandbox ($step)"' EXIT`,
    `step="a tmpfs"; mount -n -t tmpfs -o size=1g,mode=755 tmpfs ${stage}; cd ${stage}`,
    `mkdir -m 1777 shm ${jail.covers.map((_, i) => `cover-${i}`).join(' ')}`,
    `mkdir -p layers net root lower ${places(jail).map(quote).join(' ')}`,
    'step="the overlay"',
    mountAll(belowTree(jail)),
    mountAll([overlay(jail, 'lower', TREE, `${jail.stage}/root`)]),
    readOnly(jail),
    'step="own folders"',
    `{ ${mountAll(ifPossible(jail))}\n} 2>/dev/null || :`,
    mountAll(ownFolders(jail)),
    // The network is a new one with nothing but a loopback, which is down at first.
    'step="loopback"; { echo 9 >net/class/net/lo/flags; } 2>/dev/null || ip link set lo up',
    ...cover(jail),
    ...leavePrivileges(jail),
  ].join('\n');
}

/** Shell that makes mounts in this order. */
function mountAll(mounts: readonly Mount[]): string {
  if (mounts.length === 0) return ':';
  const lines = mounts.map((mount) => quote(tableLine(mount)));
  return `printf '%s\\n' ${lines.join(' \\\n  ')} >table; mount -n -a -T ./table`;
}

/** What is bound before everything becomes read-only. */
function belowTree({ writable, layers, root, disposable, stage }: Jail): readonly Mount[] {
  return [
    bind(layers, `${stage}/layers`),
    bind(root, `${stage}/lower`),
    ...writable.map((path, i) => bind(path, `${stage}/writable-${i}`)),
    ...disposable.map((path, i) => bind(path, `${stage}/tool-${i}`)),
  ];
}

/**
 * Its options are relative to the stage, so that no path needs escaping. Nothing of it has to survive
 * a power cut, so nothing is written through to the disk.
 */
function overlay({ turn }: Jail, lower: string, name: string, at: string): Mount {
  const [upper, work] = [`layers/${upperFolder(name)}`, `layers/${workFolder(name, turn)}`];
  const options = `userxattr,volatile,lowerdir=${lower},upperdir=${upper},workdir=${work}`;
  return { from: 'overlay', at, type: 'overlay', options };
}

/**
 * Every mount that was there before: at once, then one by one those that were passed over. One that a
 * cover hides, or that nobody can reach, does not matter.
 */
function readOnly({ covers, stage }: Jail): string {
  const covered = covers.map((path) => `${quote(`${path}/`)}*`).join('|');
  const each = (what: string) => `while read -r _ _ _ _ point flags _; do
  case ,$flags, in *,ro,*) continue;; esac
  case $point/ in /proc/*|/dev/*|${quote(`${stage}/`)}*) continue;; esac
  flags=\${flags#rw}; flags=\${flags%,idmapped}
  ${what}
done </proc/self/mountinfo`;
  return `step="read-only mounts"
${each(`printf 'winnow %s none remount,bind,ro%s 0 0\\n' "$point" "$flags"`)} >table
mount -n -a -T ./table 2>/dev/null || :
${each(`case $point in *\\\\*) point=$(printf '%b' "$(printf '%s' "$point" | sed 's/\\\\/\\\\0/g')");; esac
  mount -n -o "remount,bind,ro$flags" "$point" 2>/dev/null && continue
  case $point/ in ${covered}) continue;; esac
  [ ! -e "$point" ] || false`)}`;
}

/** What cannot be laid over (an unusual file system) stays read-only; some systems lack the others. */
function ifPossible(jail: Jail): readonly Mount[] {
  const { stage, disposable, devices } = jail;
  const [, ...tools] = layerNames(jail);
  return [
    ...tools.map((name, i) => overlay(jail, name, name, disposable[i] ?? '')),
    { from: 'devpts', at: `${devices}/pts`, type: 'devpts', options: 'newinstance,ptmxmode=0666' },
    { from: 'sysfs', at: `${stage}/net`, type: 'sysfs', options: 'rw' },
  ];
}

/** Puts everything at its place, which is on the stage for what stands in a covered folder. */
function ownFolders(jail: Jail): readonly Mount[] {
  const { visible, root, writable, stage, devices, accounts } = jail;
  return [
    // Bound after their mounts became read-only, and so are they.
    ...visible.map((path) => bind(path, placeOf(jail, path))),
    bind(`${stage}/root`, placeOf(jail, root)),
    ...writable.map((path, i) => bind(`${stage}/writable-${i}`, placeOf(jail, path))),
    ...DEVICES.map((name) => bind(`/dev/${name}`, `${devices}/${name}`)),
    bind(`${stage}/shm`, `${devices}/shm`),
    ...(accounts === undefined ? [] : [bind(accounts, '/etc/passwd')]),
  ];
}

/** Folders of the stage that are mounted on. */
function places(jail: Jail): readonly string[] {
  const { visible, root, writable, disposable } = jail;
  return [
    ...writable.map((_, i) => `writable-${i}`),
    ...disposable.map((_, i) => `tool-${i}`),
    ...[...visible, root, ...writable].map((path) => placeOf(jail, path)),
  ];
}

/** Where a path is while the sandbox is being put together. */
function placeOf({ covers, stage }: Jail, path: string): string {
  const at = covers.findIndex((each) => isWithin(path, each));
  return at < 0 ? path : `${stage}/cover-${at}${path.slice(covers[at]?.length)}`;
}

function cover({ covers, hidden, devices }: Jail): readonly string[] {
  return [
    'step="covering folders"',
    mountAll([
      ...hidden.map(({ path, isFolder }) =>
        isFolder
          ? { from: 'hidden', at: path, type: 'tmpfs', options: 'ro,size=4k,mode=755' }
          : bind('/dev/null', path),
      ),
      { from: 'winnow', at: '/proc', type: 'proc', options: 'rw' },
      bindAll(devices, '/dev'),
      // By the working directory: the first of them may hide the stage's own path.
      ...covers.map((path, i) => bindAll(`cover-${i}`, path)),
    ]),
    // One more user namespace is made below; code under test can make none.
    'echo 1 >/proc/sys/user/max_user_namespaces',
  ];
}

/**
 * A user namespace in the user namespace, whose mounts cannot be undone from within; then no
 * capabilities and no way to new ones.
 */
function leavePrivileges({ user: { uid, gid } }: Jail): readonly string[] {
  const inner = `mount -n -o remount,bind,ro /proc && cd -- "$1" || { echo "${COMPLAINT}cannot enter $1" >&2; exit ${NOT_MADE}; }
path=$2; shift 2; setpriv=$(command -v setpriv)
PATH=$path exec "$setpriv" --no-new-privs --bounding-set=-all --inh-caps=-all --ambient-caps=-all -- "$@"`;
  return [
    'step=done; code=0',
    `unshare --user --mount --map-user=${uid} --map-group=${gid} --keep-caps -- sh -c ${quote(inner)} sh "$here" "$path" "$@" || code=$?`,
    'exit $code',
  ];
}
