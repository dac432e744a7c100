import { beforeEach, describe, expect, it } from 'vitest';
import { type Job, Scheduler } from '../src/scheduler';

const ran: string[] = [];

function job(name: string, every: number, priority?: number): Job {
  return {
    name,
    every,
    ...(priority === undefined ? {} : { priority }),
    run: async () => {
      ran.push(name);
    },
  };
}

beforeEach(() => {
  ran.length = 0;
});

describe('Scheduler', () => {
  it('is empty at first', async () => {
    const scheduler = new Scheduler();
    expect(scheduler.nextDue()).toBeUndefined();
    expect(await scheduler.tick(1000)).toEqual([]);
  });

  it('runs a job when it is due', async () => {
    const scheduler = new Scheduler();
    scheduler.add(job('backup', 100), 50);
    await scheduler.tick(49);
    expect(ran).toEqual([]);
    expect(await scheduler.tick(50)).toEqual([{ name: 'backup', status: 'done' }]);
    expect(scheduler.nextDue()).toBe(150);
  });

  it('does not make up for missed rounds', async () => {
    const scheduler = new Scheduler();
    scheduler.add(job('backup', 100), 50);
    await scheduler.tick(475);
    expect(ran).toEqual(['backup']);
    expect(scheduler.nextDue()).toBe(550);
  });

  it('orders by priority, then by time', () => {
    const scheduler = new Scheduler();
    scheduler.add(job('report', 100), 20);
    scheduler.add(job('mail', 100), 10);
    scheduler.add(job('backup', 100, 5), 30);
    scheduler.add(job('later', 100, 9), 900);
    expect(scheduler.dueAt(40)).toEqual(['backup', 'mail', 'report']);
  });

  it('starts nothing in a quiet window', async () => {
    const scheduler = new Scheduler({ quiet: [{ start: 0, end: 100 }] });
    scheduler.add(job('backup', 100), 10);
    expect(await scheduler.tick(50)).toEqual([]);
    expect(await scheduler.tick(100)).toHaveLength(1);
  });

  it('reports a job that fails and goes on', async () => {
    const scheduler = new Scheduler({ retry: { attempts: 1, baseDelay: 0, maxDelay: 0 } });
    const broken = { ...job('broken', 100, 1), run: () => Promise.reject(new Error('disk full')) };
    scheduler.add(broken, 0);
    scheduler.add(job('backup', 100), 0);
    const results = await scheduler.tick(0);
    expect(results.map((result) => result.status)).toEqual(['failed', 'done']);
  });

  it('forgets a removed job', async () => {
    const scheduler = new Scheduler();
    scheduler.add(job('backup', 100), 0);
    expect(scheduler.remove('backup')).toBe(true);
    expect(scheduler.remove('backup')).toBe(false);
    expect(await scheduler.tick(0)).toEqual([]);
  });

  it('refuses an interval that is not positive', () => {
    expect(() => new Scheduler().add(job('busy', 0), 0)).toThrow(RangeError);
  });
});
