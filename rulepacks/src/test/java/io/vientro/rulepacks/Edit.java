package io.vientro.rulepacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * One change of a sound file, and the place where its finding is expected.
 *
 * @param text the changed file
 * @param line of the mark §
 * @param column of the mark §
 */
record Edit(String text, int line, int column) {

  /** Replaces the first occurrence; the mark § in the replacement is taken out. */
  static Edit of(String file, String find, String replace) {
    var at = file.indexOf(find);
    assertThat(at).as("the file holds: %s", find).isNotNegative();
    var start = at + replace.indexOf('§');
    assertThat(replace).as("a mark").contains("§");
    var text =
        file.substring(0, at) + replace.replace("§", "") + file.substring(at + find.length());
    var before = text.substring(0, start);
    return new Edit(
        text,
        (int) before.chars().filter(c -> c == '\n').count() + 1,
        start - before.lastIndexOf('\n'));
  }

  void assertFinding(String message) {
    var refused =
        catchThrowableOfType(
            RulePackException.class, () -> RulePackLoader.parse(text, "edited.yaml"));
    assertThat(refused).as("refused").isNotNull();
    assertThat(refused.findings())
        .as("%s", refused.getMessage())
        .anySatisfy(
            f -> {
              assertThat(f.message()).contains(message);
              assertThat(f.line() + ":" + f.column()).isEqualTo(line + ":" + column);
            });
  }
}
