package io.vientro.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Benchmarks are run from their sources, so the build does not compile them; a change of what they
 * use would be noticed when the next figures are wanted.
 */
class BenchmarksCompileTest {

  @Test
  void everyBenchmarkCompilesAgainstWhatItMeasures(@TempDir Path classes) {
    var sources =
        Repository.files(".java").stream()
            .filter(file -> Repository.relative(file).startsWith("benchmarks/"))
            .toList();
    assertThat(sources).isNotEmpty();
    var compiler = ToolProvider.getSystemJavaCompiler();
    var said = new StringWriter();
    try (var files = compiler.getStandardFileManager(null, null, null)) {
      var compiled =
          compiler
              .getTask(
                  said,
                  files,
                  null,
                  List.of("-Xlint:all,-classfile", "-proc:none", "-d", classes.toString()),
                  null,
                  files.getJavaFileObjectsFromPaths(sources))
              .call();
      assertThat(compiled).as("%s", said).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
