package io.vientro.command;

import io.vientro.core.rules.RulePackCommand;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A command with the rule pack it is for, and where it comes from.
 *
 * @param record aggregate id of the pack's record
 * @param pack id of the pack
 */
public record ForRulePack(
    @TargetAggregateIdentifier String record,
    String pack,
    RulePackCommand command,
    Origin origin) {}
