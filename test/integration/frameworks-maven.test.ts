import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { check, messageOf } from '../support/framework-run';
import { createProject, REPOSITORY } from '../support/project';
import { skip } from '../support/skip';

/** What Maven downloads for these tests stays there. */
const DOWNLOADS = join(REPOSITORY, '.vscode-test/maven');

describe('maven', function () {
  this.timeout(180_000);

  const file = 'src/main/java/x/Calc.java';
  const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>x</groupId><artifactId>calc</artifactId><version>1</version>
    <properties>
      <maven.compiler.source>11</maven.compiler.source>
      <maven.compiler.target>11</maven.compiler.target>
      <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>
    </properties>
    <dependencies>
      <dependency>
        <groupId>org.junit.jupiter</groupId><artifactId>junit-jupiter</artifactId>
        <version>5.10.2</version><scope>test</scope>
      </dependency>
    </dependencies>
    <build><plugins><plugin>
      <groupId>org.apache.maven.plugins</groupId><artifactId>maven-surefire-plugin</artifactId>
      <version>3.2.5</version>
    </plugin></plugins></build>
  </project>`;
  const suite = `package x;
    import org.junit.jupiter.api.*;
    import org.junit.jupiter.params.*;
    import org.junit.jupiter.params.provider.*;
    import static org.junit.jupiter.api.Assertions.*;
    class CalcTest {
      @Test void adds() { assertEquals(3, Calc.add(1, 2)); }
      @Test void differs() { assertEquals(4, Calc.add(1, 2), "größe"); }
      @Test @Disabled("later") void later() {}
      @ParameterizedTest @ValueSource(strings = {"a", "b"})
      void takes(String s) { assertEquals("a", s); }
    }`;
  const files = {
    'pom.xml': pom,
    '.mvn/maven.config': `-Dmaven.repo.local=${DOWNLOADS}\n`,
    [file]:
      'package x; public class Calc { public static int add(int a, int b) { return a + b; } }',
    'src/test/java/x/CalcTest.java': suite,
  };

  before(function () {
    if (spawnSync('mvn', ['--version']).status !== 0) skip(this, 'there is no mvn');
    const project = createProject(files, { git: false });
    try {
      const words = ['-B', '-q', '-Dmaven.test.failure.ignore=true', 'test'];
      const { status } = spawnSync('mvn', words, { cwd: project.root, timeout: 150_000 });
      if (status !== 0) skip(this, 'Maven cannot download what its tests need');
    } finally {
      project.remove();
    }
  });

  it('reports passes, failures, skips and parameters, and no test of an earlier run', async () => {
    const stale =
      '<?xml version="1.0"?><testsuite><testcase classname="x.Old" name="y"/></testsuite>';
    const more = { ...files, 'target/surefire-reports/TEST-x.Old.xml': stale };
    const result = await check({ files: more, file }, 'completed', [
      'x.CalcTest › adds: passed',
      'x.CalcTest › differs: failed',
      'x.CalcTest › later: skipped',
      'x.CalcTest › takes(String)[1]: passed',
      'x.CalcTest › takes(String)[2]: failed',
    ]);
    assert.match(messageOf(result, 'x.CalcTest › differs'), /größe.*expected: <4> but was: <3>/);
  });

  it('tells code that does not compile from tests that fail', async () => {
    const more = { ...files, [file]: 'package x; public class Calc { int x = ""; }' };
    const result = await check({ files: more, file }, 'prepare-failed', []);
    assert.match(
      JSON.stringify(result.end),
      /test-compile[\s\S]*COMPILATION ERROR[\s\S]*Calc\.java/,
    );
  });

  it('takes a test that ends the process for a crash', async () => {
    const text =
      'package x; class CalcTest { @org.junit.jupiter.api.Test void a() { System.exit(0); } }';
    const more = { ...files, 'src/test/java/x/CalcTest.java': text };
    await check({ files: more, file }, 'crashed', []);
  });
});
