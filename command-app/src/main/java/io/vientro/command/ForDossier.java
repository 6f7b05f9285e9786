package io.vientro.command;

import io.vientro.core.dossier.DossierCommand;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** A command with the dossier it is for, and where it comes from. */
public record ForDossier(
    @TargetAggregateIdentifier String dossier, DossierCommand command, Origin origin) {}
