package io.vientro.query.answer;

import io.vientro.core.dossier.LimitSegment;
import io.vientro.core.rules.Bilingual;
import io.vientro.core.rules.RulePack;
import io.vientro.core.rules.RulePack.LimitEntry;
import org.jspecify.annotations.Nullable;

/** What officials call a time limit. */
final class LimitNames {
  private LimitNames() {}

  /** Null if there is no pack, or it does not know the limit. */
  static @Nullable Bilingual of(String limit, @Nullable RulePack pack) {
    if (pack == null) {
      return null;
    }
    if (!limit.startsWith(LimitSegment.APOLOGY)) {
      return named(limit, pack);
    }
    var whose = named(limit.substring(LimitSegment.APOLOGY.length()), pack);
    if (whose == null) {
      return null;
    }
    var apology = Texts.of("limit.apology");
    return new Bilingual(
        apology.vi().replace("{0}", whose.vi()), apology.en().replace("{0}", whose.en()));
  }

  private static @Nullable Bilingual named(String limit, RulePack pack) {
    return pack.limit(limit).map(LimitEntry::name).orElse(null);
  }
}
