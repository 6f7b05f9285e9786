package io.vientro.rulepacks;

import io.vientro.core.rules.RulePack;

/**
 * A pack that this build ships.
 *
 * @param id of the pack
 * @param version from 1
 * @param file name of the resource, for messages
 * @param text the whole file, unchanged
 */
public record BuiltInPack(String id, int version, String file, String text) {

  /** Lower-case hex digest of the text's UTF-8 bytes. */
  public String sha256() {
    return RulePackLoader.sha256(text);
  }

  /** The pack as read from its text. */
  public RulePack.Identified load() {
    return RulePackLoader.identified(text, file);
  }
}
