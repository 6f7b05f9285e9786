package io.vientro.core.dossier;

/** What happens when a command on the ledger is done. */
final class LedgerSteps {
  private LedgerSteps() {}

  static void take(Steps steps, LedgerCommand command) {
    if (command instanceof AttachDocument c) {
      steps.take(AttachmentRules.attached(c));
      return;
    }
    throw new IllegalArgumentException(command.getClass().getSimpleName());
  }
}
