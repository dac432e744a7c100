import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { check, messageOf, report } from '../support/framework-run';
import { skip } from '../support/skip';

describe('rspec', function () {
  this.timeout(300_000);

  before(function () {
    if (spawnSync('rspec', ['--version']).status !== 0) skip(this, 'there is no rspec');
  });

  const file = 'lib/calc.rb';
  const suite = [
    'require_relative "../lib/calc"',
    'RSpec.describe "größe" do',
    '  it("adds") { puts "noise"; expect(add(1, 2)).to eq 3 }',
    '  it("adds") { }',
    '  it("differs") { expect(add(1, 2)).to eq 4 }',
    '  xit("later") { }',
    '  it("is known") { pending("x"); expect(1).to eq 2 }',
    '  it("is mended") { pending("x"); expect(1).to eq 1 }',
    '  it { expect(add(1, 1)).to eq 2 }',
    '  it { raise "early" }',
    '  context("inner") { [1, 2].each { |n| it("takes #{n}") { } } }',
    '  describe("hooked") { before(:all) { raise "no database" }; it("a") { }; it("b") { } }',
    'end',
  ].join('\n');
  const files = {
    '.rspec': '--format documentation\n--order rand\n--fail-fast\n',
    [file]: 'def add(a, b) = a + b',
    'spec/a_spec.rb': suite,
  };

  it('reports passes, failures, skips, hooks, nested and repeated titles', async () => {
    const result = await check({ files, file }, 'completed', [
      'spec/a_spec.rb › größe [1:7]: passed',
      'spec/a_spec.rb › größe [1:8]: failed',
      'spec/a_spec.rb › größe adds #2: passed',
      'spec/a_spec.rb › größe adds: passed',
      'spec/a_spec.rb › größe differs: failed',
      'spec/a_spec.rb › größe hooked a: failed',
      'spec/a_spec.rb › größe hooked b: failed',
      'spec/a_spec.rb › größe inner takes 1: passed',
      'spec/a_spec.rb › größe inner takes 2: passed',
      'spec/a_spec.rb › größe is known: skipped',
      'spec/a_spec.rb › größe is mended: failed',
      'spec/a_spec.rb › größe later: skipped',
    ]);
    const differs = messageOf(result, 'spec/a_spec.rb › größe differs');
    assert.match(differs, /expected: 4\s+got: 3[\s\S]*a_spec\.rb:5/);
    assert.match(messageOf(result, 'spec/a_spec.rb › größe hooked b'), /no database/);
  });

  it('reports the files that do not load', async () => {
    const more = { ...files, 'spec/b_spec.rb': 'require "no_such_thing"', 'spec/c_spec.rb': 'x(' };
    const result = await check({ files: more, file }, 'completed', [
      'spec/b_spec.rb: failed (whole file)',
      'spec/c_spec.rb: failed (whole file)',
    ]);
    assert.match(messageOf(result, 'spec/b_spec.rb'), /no_such_thing/);
  });

  it('runs only the files of a scope', async () => {
    const more = { ...files, 'spec/b_spec.rb': 'RSpec.describe("b") { it("x") { } }' };
    await check(
      { files: more, file, scope: { kind: 'files', files: ['spec/b_spec.rb'] } },
      'completed',
      ['spec/b_spec.rb › b x: passed'],
    );
  });

  it('reports a failure outside of the examples', async () => {
    const text = 'RSpec.describe("a") { after(:all) { raise "torn" }; it("x") { } }';
    await check({ files: { 'spec/a_spec.rb': text }, file }, 'completed', [
      'spec/a_spec.rb › a x: passed',
      '(outside of its tests): failed',
    ]);
  });

  for (const ending of ['exit', 'exit!'])
    it(`takes ${ending} 0 for a crash`, async () => {
      const text = `RSpec.describe("a") { it("x") { ${ending} 0 } }`;
      const result = await report({ files: { 'spec/a_spec.rb': text }, file });
      assert.equal(result.end.kind, 'crashed', result.output);
      assert.deepEqual(result.tests, []);
    });

  it('collects nothing', async () => {
    await check({ files: { '.rspec': '' }, file }, 'completed', []);
  });
});
