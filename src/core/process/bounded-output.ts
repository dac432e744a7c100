/** Collects a stream up to a number of bytes: its head and its tail, the middle dropped. */
export interface BoundedOutput {
  readonly add: (chunk: Buffer) => void;
  readonly text: () => string;
}

export function createBoundedOutput(limitBytes: number): BoundedOutput {
  const half = Math.floor(limitBytes / 2);
  const head: Buffer[] = [];
  let headBytes = 0;
  let tail: Buffer[] = [];
  let tailBytes = 0;
  let dropped = 0;

  function addToTail(chunk: Buffer): void {
    tail.push(chunk);
    tailBytes += chunk.length;
    while (tailBytes > half && tail[0]) {
      const surplus = Math.min(tailBytes - half, tail[0].length);
      dropped += surplus;
      tailBytes -= surplus;
      if (surplus === tail[0].length) tail = tail.slice(1);
      else tail[0] = tail[0].subarray(surplus);
    }
  }

  return {
    add(chunk) {
      const room = half - headBytes;
      const forHead = chunk.subarray(0, Math.max(0, room));
      if (forHead.length > 0) {
        head.push(forHead);
        headBytes += forHead.length;
      }
      if (forHead.length < chunk.length) addToTail(chunk.subarray(forHead.length));
    },
    text() {
      const start = Buffer.concat(head);
      const end = Buffer.concat(tail);
      if (dropped === 0) return Buffer.concat([start, end]).toString('utf8');
      return `${start.toString('utf8')}\n… ${dropped} bytes left out …\n${end.toString('utf8')}`;
    },
  };
}
