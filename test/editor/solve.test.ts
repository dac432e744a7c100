import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as vscode from 'vscode';
import { startModelServer, type ModelServer, type Reply } from '../support/model-server';
import {
  answers,
  PRICING,
  thinksForever,
  thinksThenSays,
  thoughts,
} from '../support/pricing-model';
import {
  configure,
  eventually,
  fileOf,
  onDisk,
  open,
  openDiffs,
  selectPricing,
  solveSelection,
  storedEvents,
  storedRuns,
} from './support';

const { file, right, wrong } = PRICING;

const reply = (kind: keyof typeof thoughts) =>
  thinksThenSays({ thought: thoughts[kind], text: answers[kind] });

describe('solving a selection', () => {
  let server: ModelServer;
  let original: string;
  let script: (index: number) => Reply = (index) => reply(index % 2 === 0 ? 'wrong' : 'right');

  before(async () => {
    original = onDisk(file);
    server = await startModelServer((_, index) => script(index));
    await configure({
      'winnow.model.baseUrl': server.url,
      'winnow.sampling.n': 2,
      'winnow.sampling.strategy': 'best-of-n',
      'winnow.sampling.concurrency': 1,
    });
  });
  after(async () => {
    await server.close();
    await configure({ 'winnow.model.baseUrl': undefined });
  });
  const putBack = async () => {
    await vscode.commands.executeCommand('workbench.action.files.revert');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await writeFile(fileOf(file).fsPath, original);
  };

  describe('brings a winner that', () => {
    let run: string;
    let editor: vscode.TextEditor;
    before(async () => {
      editor = await selectPricing();
      const solved = await solveSelection('Tiers are inclusive.');
      assert.equal(solved?.outcome, 'winner');
      run = solved.run;
      await eventually('the diff', () => openDiffs()[0]);
    });
    after(putBack);
    const show = async (candidate: string) => {
      await vscode.commands.executeCommand('winnow.showCandidate', { run, candidate });
      const name = candidate === 'c2' ? 'winner' : candidate;
      await eventually(`the diff of ${candidate}`, () =>
        openDiffs().some(({ modified }) => modified.path === `/${name}/${file}`),
      );
    };

    it('is shown as a diff between virtual documents, without touching a file', async () => {
      const [diff] = openDiffs();
      assert.equal(diff?.original.scheme, 'winnow');
      assert.equal(diff.modified.scheme, 'winnow');
      const [before, after] = await Promise.all(
        [diff.original, diff.modified].map((uri) => vscode.workspace.openTextDocument(uri)),
      );
      assert.equal(before?.getText(), original);
      assert.equal(after?.getText(), original.replace(wrong, right));
      assert.equal(after.languageId, 'javascript');
      assert.equal(onDisk(file), original);
      assert.equal(editor.document.getText(), original);
      assert.equal(editor.document.isDirty, false);
    });

    it('is kept with every event, the reasoning and the verdicts among them', () => {
      const events = storedEvents(run);
      assert.equal(events[0]?.type, 'run-started');
      assert.equal(events.at(-1)?.type, 'run-finished');
      assert.deepEqual(
        events.map(({ seq }) => seq),
        events.map((_, index) => index + 1),
      );
      const reasoning = events.map((event) => (event.type === 'reasoning-delta' ? event.text : ''));
      assert.ok(reasoning.join('').includes(thoughts.wrong));
      const verdicts = events.flatMap((event) =>
        event.type === 'verdict' ? [`${event.candidate} ${event.verdict.kind}`] : [],
      );
      assert.deepEqual([...verdicts].sort(), ['c1 failed', 'c2 passed']);
    });

    it('can be compared with any other candidate', async () => {
      await show('c1');
      const both = ['c1', 'c2'].map((candidate) => ({ run, candidate }));
      await vscode.commands.executeCommand('winnow.compareCandidates', ...both);
      await eventually('both candidates', () =>
        openDiffs().some(
          ({ original: left, modified }) =>
            left.path === `/c1/${file}` && modified.path === `/c2/${file}`,
        ),
      );
    });

    it('leaves everything as it is when it is rejected', async () => {
      await show('c2');
      await vscode.commands.executeCommand('winnow.rejectWinner');
      await eventually('the diff closed', () => openDiffs().length === 0);
      assert.equal(editor.document.getText(), original);
      assert.equal(onDisk(file), original);
    });

    it('never overwrites a file that has changed', async () => {
      editor = await open(file);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// meanwhile\n'));
      await vscode.commands.executeCommand('winnow.acceptWinner', { run });
      assert.equal(editor.document.getText(), `// meanwhile\n${original}`);
      assert.equal(onDisk(file), original);
      await vscode.commands.executeCommand('undo');
      assert.equal(editor.document.getText(), original);
    });

    it('is accepted as one edit that one undo takes back', async () => {
      await show('c2');
      await vscode.commands.executeCommand('winnow.acceptWinner');
      await eventually('the diff closed', () => openDiffs().length === 0);
      const document = await vscode.workspace.openTextDocument(fileOf(file));
      assert.equal(document.getText(), original.replace(wrong, right));
      assert.equal(onDisk(file), original);
      assert.equal(vscode.window.activeTextEditor?.document, document);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), original);
    });
  });

  describe('while the user works on', () => {
    afterEach(putBack);

    it('keeps what is not saved, and leaves what is being typed in view', async () => {
      let goOn = () => {};
      const worked = new Promise<void>((resolve) => (goOn = resolve));
      script = () => thinksThenSays({ thought: thoughts.right, text: answers.right }, worked);
      const elsewhere = vscode.Uri.joinPath(fileOf('..'), 'elsewhere.txt');
      await writeFile(elsewhere.fsPath, '');
      const other = await vscode.window.showTextDocument(elsewhere, { preview: false });
      await other.edit((edit) => edit.insert(new vscode.Position(0, 0), 'not of this project'));
      const editor = await open(file);
      await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '// not saved\n'));
      const { first, last } = PRICING.lines;
      editor.selection = new vscode.Selection(first, 0, last, 1);
      const running = solveSelection();
      const already = server.chats().length;
      await eventually('a request', () => server.chats().length > already);
      await vscode.commands.executeCommand('cursorDown');
      goOn();
      const solved = await running;
      await eventually('the diff', () => openDiffs()[0]);
      assert.ok(vscode.window.visibleTextEditors.includes(editor), 'the file went out of view');
      assert.equal(vscode.window.activeTextEditor, editor);
      await vscode.commands.executeCommand('winnow.acceptWinner', { run: solved?.run });
      assert.equal(editor.document.getText(), `// not saved\n${original.replace(wrong, right)}`);
      assert.equal(onDisk(file), original);
    });

    it('is cancelled at once', async () => {
      script = () => thinksForever(thoughts.wrong);
      await selectPricing();
      const already = server.chats().length;
      const running = solveSelection();
      await eventually('a request', () => server.chats().length > already);
      const started = Date.now();
      await vscode.commands.executeCommand('winnow.cancelRun');
      assert.equal((await running)?.outcome, 'cancelled');
      assert.ok(Date.now() - started < 5_000, `it took ${Date.now() - started} ms`);
      await server.idle();
      assert.deepEqual(openDiffs(), []);
    });
  });
});

describe('a server that does not answer', () => {
  after(() => configure({ 'winnow.model.baseUrl': undefined }));

  it('ends the run with a message that says what to do', async () => {
    const server = await startModelServer([]);
    await server.close();
    await configure({ 'winnow.model.baseUrl': server.url });
    await selectPricing();
    const solved = await solveSelection();
    assert.equal(solved?.outcome, 'model-error');
    const end = storedEvents(solved.run).at(-1);
    assert.match(end?.type === 'run-finished' ? end.reason : '', /No server answers.*Start it/);
  });
});

describe('settings and places that make no run', () => {
  after(() => configure({ 'winnow.sampling.deadline': undefined }));

  it('begins none for a setting that makes no sense', async () => {
    await configure({ 'winnow.sampling.deadline': 'soon' });
    await selectPricing();
    const before = storedRuns().length;
    assert.equal(await solveSelection(), undefined);
    assert.equal(storedRuns().length, before);
    await configure({ 'winnow.sampling.deadline': undefined });
  });

  it('begins none in a file that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'javascript' });
    await vscode.window.showTextDocument(document);
    const before = storedRuns().length;
    assert.equal(await solveSelection(), undefined);
    assert.equal(storedRuns().length, before);
  });
});
