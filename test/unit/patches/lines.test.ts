import assert from 'node:assert/strict';
import fc from 'fast-check';
import { linesOf, replaceLines, splitLines } from '../../../src/core/patches/lines';

const line = fc.constantFrom('', 'a', '  b();', '\tc', 'ü', '}');
const end = fc.constantFrom('\n', '\r\n');
const text = fc
  .tuple(fc.array(fc.tuple(line, end)), line)
  .map(([lines, last]) => lines.map(([content, lineEnd]) => content + lineEnd).join('') + last);
const someLines = fc.array(
  line.filter((content) => content !== ''),
  { maxLength: 5 },
);

/** A text of at least one line, and a range within it. */
const ranged = text
  .filter((content) => content !== '')
  .chain((content) => {
    const count = splitLines(content).length;
    const number = fc.integer({ min: 1, max: count });
    return fc.tuple(number, number).map(([a, b]) => ({
      content,
      count,
      range: { first: Math.min(a, b), last: Math.max(a, b) },
    }));
  });

describe('lines', () => {
  it('make up the text', () => {
    fc.assert(
      fc.property(text, (content) => {
        const parts = splitLines(content).map((part) => part.text + part.end);
        assert.equal(parts.join(''), content);
      }),
    );
  });

  it('replaced by themselves leave the text as it is', () => {
    fc.assert(
      fc.property(ranged, ({ content, range }) => {
        assert.equal(replaceLines(content, range, linesOf(content, range)), content);
      }),
    );
  });

  it('outside the range stay as they are', () => {
    fc.assert(
      fc.property(ranged, someLines, ({ content, count, range }, lines) => {
        const after = splitLines(replaceLines(content, range, lines.join('\n')));
        const texts = (all: readonly { readonly text: string }[]) => all.map((part) => part.text);
        const before = texts(splitLines(content));
        assert.deepEqual(texts(after.slice(0, range.first - 1)), before.slice(0, range.first - 1));
        assert.deepEqual(
          texts(after.slice(range.first - 1, after.length - (count - range.last))),
          lines,
        );
      }),
    );
  });

  it('end with a line end if and only if they did', () => {
    fc.assert(
      fc.property(ranged, someLines, ({ content, range }, lines) => {
        const after = replaceLines(content, range, lines.join('\r\n'));
        if (/\S\s?$/.test(after)) assert.equal(/\n$/.test(after), /\n$/.test(content));
      }),
    );
  });

  it('have the line end of the file, whatever the replacement has', () => {
    assert.equal(replaceLines('a\r\nb\r\nc', { first: 2, last: 2 }, 'x\ny\n'), 'a\r\nx\r\ny\r\nc');
    assert.equal(replaceLines('a\nb\n', { first: 2, last: 2 }, 'x\r\ny'), 'a\nx\ny\n');
    assert.equal(replaceLines('a', { first: 1, last: 1 }, 'x\r\ny\r\n'), 'x\ny');
  });

  it('may be removed', () => {
    assert.equal(replaceLines('a\nb\nc\n', { first: 2, last: 2 }, ''), 'a\nc\n');
    assert.equal(replaceLines('a\nb', { first: 2, last: 2 }, ''), 'a');
  });

  it('beyond the end of the file do not exist', () => {
    assert.equal(linesOf('a\nb\n', { first: 2, last: 9 }), 'b\n');
    assert.equal(replaceLines('a\nb\n', { first: 2, last: 9 }, 'x'), 'a\nx\n');
  });
});
