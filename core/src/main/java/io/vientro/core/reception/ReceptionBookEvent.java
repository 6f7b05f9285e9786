package io.vientro.core.reception;

import io.vientro.core.DomainEvent;

/** What can happen in a reception book. */
public sealed interface ReceptionBookEvent extends DomainEvent permits DossierCodeIssued {}
