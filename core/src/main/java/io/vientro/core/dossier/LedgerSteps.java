package io.vientro.core.dossier;

/** What happens when a command on the ledger is done. */
final class LedgerSteps {
  private LedgerSteps() {}

  static void take(Steps steps, LedgerCommand command) {
    throw new IllegalArgumentException(command.getClass().getSimpleName());
  }
}
