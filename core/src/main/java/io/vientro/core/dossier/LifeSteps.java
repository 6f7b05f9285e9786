package io.vientro.core.dossier;

/** What happens when a command off the main road is done. */
final class LifeSteps {
  private LifeSteps() {}

  static void take(Steps steps, LifeCommand command) {
    throw new IllegalArgumentException(command.getClass().getSimpleName());
  }
}
