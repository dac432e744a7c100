import { isWithin } from '../folders';
import { layerNames, TREE, upperFolder, workFolder, type Jail } from './jail';
import { quote } from './quote';

/** Ends the script when the sandbox cannot be made; what it prints before it begins with `COMPLAINT`. */
export const NOT_MADE = 125;
export const COMPLAINT = 'winnow-overlay: ';

/** Where system programs are: the command's own PATH may lead into the workspace. */
const SYSTEM_PATH = '/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin';

/**
 * The script that turns fresh namespaces into a sandbox and runs its arguments there. It is process 1
 * of its namespace: when it ends, the kernel ends whatever else is alive in it. First argument: the
 * working directory.
 */
export function mountScript(jail: Jail): string {
  const stage = quote(jail.stage);
  return [
    'set -eu',
    `path=$PATH PATH=${SYSTEM_PATH} here=$1; shift`,
    `complain() { echo "${COMPLAINT}$1" >&2; exit ${NOT_MADE}; }`,
    `step=started; trap 'code=$?; [ "$step" = done ] || complain "cannot make the sandbox ($step)"' EXIT`,
    'step="reading the mounts"; mounts=$(cat /proc/self/mountinfo)',
    `step="a tmpfs"; mount -n -t tmpfs -o size=1g,mode=755 tmpfs ${stage}; cd ${stage}`,
    ...keepWritable(jail),
    ...layTree(jail),
    readOnly(jail),
    ...toolchains(jail),
    ...fillCovers(jail),
    ...ownDevices,
    ...ownNetwork,
    ...cover(jail),
    ...hide(jail),
    ...leavePrivileges(jail),
  ].join('\n');
}

/** Binds what may be written before everything becomes read-only. */
function keepWritable({ writable, layers }: Jail): readonly string[] {
  return [
    'step="own folders"; mkdir layers root lower',
    `mount -n --bind ${quote(layers)} layers`,
    ...writable.flatMap((path, i) => [
      `mkdir -p writable/${i}`,
      `mount -n --bind ${quote(path)} writable/${i}`,
    ]),
  ];
}

function layTree({ root, turn }: Jail): readonly string[] {
  return [
    `step="the overlay"; mount -n --bind ${quote(root)} lower`,
    `mount -n -t overlay -o ${layerOptions('lower', TREE, turn)} overlay root`,
  ];
}

/**
 * Relative to the stage, so that no path needs escaping. Nothing of it has to survive a power cut, so
 * nothing is written through to the disk.
 */
function layerOptions(lower: string, name: string, turn: number): string {
  const [upper, work] = [upperFolder(name), workFolder(name, turn)];
  return `userxattr,volatile,lowerdir=${lower},upperdir=layers/${upper},workdir=layers/${work}`;
}

/** Every mount that was there before; one that a cover hides, or that nobody can reach, does not matter. */
function readOnly({ covers }: Jail): string {
  const covered = covers.map((path) => `${quote(`${path}/`)}*`).join('|');
  return `step="read-only mounts"
printf '%s\\n' "$mounts" | { while read -r _ _ _ _ point flags _; do
  case ,$flags, in *,ro,*) continue;; esac
  case $point in *\\*) point=$(printf '%b' "$(printf '%s' "$point" | sed 's/\\/\\0/g')");; esac
  case $point/ in /proc/*|/dev/*) continue;; esac
  flags=\${flags#rw}
  mount -n -o "remount,bind,ro\${flags%,idmapped}" "$point" 2>/dev/null && continue
  case $point/ in ${covered}) continue;; esac
  [ ! -e "$point" ] || exit 1
done; }`;
}

function toolchains(jail: Jail): readonly string[] {
  return jail.disposable.flatMap((path, i) => [
    `mkdir -p tools/${i}/lower tools/${i}/merged; mount -n --bind ${quote(path)} tools/${i}/lower`,
    // What cannot be laid over (an unusual file system) stays read-only.
    `if mount -n -t overlay -o ${layerOptions(`tools/${i}/lower`, layerNames(jail)[i + 1] ?? '', jail.turn)} overlay tools/${i}/merged 2>/dev/null`,
    `then ${bindAt(jail, `tools/${i}/merged`, path)}; fi`,
  ]);
}

/** Puts everything at its place, which is on the stage for what stands in a covered folder. */
function fillCovers(jail: Jail): readonly string[] {
  const { covers, visible, root, writable } = jail;
  return [
    'step="own temporary folders"',
    ...covers.map((_, i) => `mkdir -p covers/${i}; chmod 1777 covers/${i}`),
    ...visible.map((path) => {
      // Bound after its mount became read-only, and so is it.
      return `${bindAt(jail, quote(path), path)}; [ ! -w ${quote(placeOf(jail, path))} ]`;
    }),
    bindAt(jail, 'root', root),
    ...writable.map((path, i) => bindAt(jail, `writable/${i}`, path)),
  ];
}

function bindAt(jail: Jail, from: string, path: string): string {
  const place = quote(placeOf(jail, path));
  return `mkdir -p ${place}; mount -n --bind ${from} ${place}`;
}

/** Where a path is while the sandbox is being put together. */
function placeOf({ covers, stage }: Jail, path: string): string {
  const at = covers.findIndex((cover) => isWithin(path, cover));
  return at < 0 ? path : `${stage}/covers/${at}${path.slice(covers[at]?.length)}`;
}

const ownDevices = [
  'step="own devices"; mkdir -p dev/pts dev/shm; chmod 1777 dev/shm',
  'for name in null zero full random urandom tty; do : >dev/$name; mount -n --bind /dev/$name dev/$name; done',
  'ln -s /proc/self/fd dev/fd; ln -s fd/0 dev/stdin; ln -s fd/1 dev/stdout; ln -s fd/2 dev/stderr',
  'mount -n -t devpts -o newinstance,ptmxmode=0666,mode=620 devpts dev/pts 2>/dev/null || :; ln -s pts/ptmx dev/ptmx',
] as const;

/** The network is a new one with nothing but a loopback, which is down at first. */
const ownNetwork = [
  'step="loopback"; mkdir net',
  'if mount -n -t sysfs sysfs net 2>/dev/null; then echo 9 >net/class/net/lo/flags; umount -n net; else ip link set lo up; fi',
] as const;

function cover({ covers }: Jail): readonly string[] {
  return [
    'step="process information"; mount -n -t proc proc /proc',
    // One more user namespace is made below; code under test can make none.
    'echo 1 >/proc/sys/user/max_user_namespaces',
    'step="covering folders"; mount -n --rbind dev /dev',
    ...covers.map((path, i) => `mount -n --rbind covers/${i} ${quote(path)}`),
  ];
}

function hide({ hidden }: Jail): readonly string[] {
  return [
    'step="hiding credentials"',
    ...hidden.map((path) => {
      const at = quote(path);
      return `if [ -d ${at} ]; then mount -n -t tmpfs -o ro,size=4k,mode=755 tmpfs ${at}; elif [ -e ${at} ]; then mount -n --bind /dev/null ${at}; fi`;
    }),
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
