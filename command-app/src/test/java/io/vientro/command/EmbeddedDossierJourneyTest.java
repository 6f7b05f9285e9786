package io.vientro.command;

class EmbeddedDossierJourneyTest extends DossierJourneyContract {
  @Override
  CommandSide side() {
    return CommandSide.shared();
  }
}
