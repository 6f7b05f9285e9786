package io.vientro.rulepacks;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule pack, agency registry or index of decrees cannot be used. It names everything that is
 * wrong at once.
 */
public final class RulePackException extends RuntimeException {
  private final transient List<Finding> findings;

  /**
   * @param sourceName file or other name under which a reader finds the text
   * @param findings at least one
   */
  public RulePackException(String sourceName, List<Finding> findings) {
    super(
        findings.stream()
            .map(f -> sourceName + ":" + f)
            .collect(Collectors.joining("\n", sourceName + " cannot be used:\n", "")));
    this.findings = List.copyOf(findings);
  }

  /** In the order of the file. */
  public List<Finding> findings() {
    return findings;
  }
}
