import { describe, expect, it, vi } from 'vitest';
import { PermanentFailure, RetriesExhausted, delayBefore, withRetries } from '../src/retry';

const policy = { attempts: 3, baseDelay: 100, maxDelay: 250 };
const sleep = () => Promise.resolve();

/** A job that fails a number of times before it succeeds. */
function failing(times: number) {
  let calls = 0;
  return vi.fn(() => {
    calls += 1;
    return calls <= times ? Promise.reject(new Error(`failure ${calls}`)) : Promise.resolve('ok');
  });
}

describe('delayBefore', () => {
  it('does not delay the first attempt', () => {
    expect(delayBefore(1, policy)).toBe(0);
  });

  it('doubles the pause', () => {
    expect(delayBefore(2, policy)).toBe(100);
    expect(delayBefore(3, policy)).toBe(200);
  });

  it('stops at the longest pause', () => {
    expect(delayBefore(4, policy)).toBe(250);
    expect(delayBefore(30, policy)).toBe(250);
  });
});

describe('withRetries', () => {
  it('returns the result of a job that succeeds at once', async () => {
    const job = failing(0);
    await expect(withRetries(job, policy, sleep)).resolves.toBe('ok');
    expect(job).toHaveBeenCalledTimes(1);
  });

  it('tries a failing job again', async () => {
    const job = failing(2);
    await expect(withRetries(job, policy, sleep)).resolves.toBe('ok');
    expect(job).toHaveBeenCalledTimes(3);
  });

  it('gives up with the last error as the cause', async () => {
    const error = await withRetries(failing(5), policy, sleep).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(RetriesExhausted);
    expect((error as RetriesExhausted).cause).toEqual(new Error('failure 3'));
  });

  it('passes a permanent failure on at once', async () => {
    const job = vi.fn(() => Promise.reject(new PermanentFailure('gone')));
    await expect(withRetries(job, policy, sleep)).rejects.toThrow('gone');
    expect(job).toHaveBeenCalledTimes(1);
  });

  it('does not pause before a job that succeeds at once', async () => {
    const pauses = vi.fn(sleep);
    await withRetries(failing(0), policy, pauses);
    expect(pauses).not.toHaveBeenCalled();
  });
});
