package io.vientro.query.answer;

import java.util.MissingResourceException;

/** What officials call the roles that rule packs speak of. */
final class RoleNames {
  private RoleNames() {}

  /** The role itself where it has no name here: packs may name roles of their own. */
  static Worded of(String role) {
    try {
      var text = Texts.of("role." + role);
      return new Worded(role, text.vi(), text.en());
    } catch (MissingResourceException e) {
      return new Worded(role, role, role);
    }
  }
}
