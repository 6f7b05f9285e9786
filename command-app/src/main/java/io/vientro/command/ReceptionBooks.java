package io.vientro.command;

import io.vientro.core.log.LogMode;
import io.vientro.core.reception.IssueDossierCode;
import io.vientro.core.reception.ReceptionBook;
import io.vientro.core.rules.RulePack.DossierCodeRule;
import java.util.function.Supplier;
import org.axonframework.modelling.command.Repository;

/** The reception books as Axon's repository holds them. */
final class ReceptionBooks implements DossierCodes {
  private final Supplier<Repository<ReceptionBookAggregate>> repository;

  /**
   * @param repository asked for at the first use, since Axon makes it after this
   */
  ReceptionBooks(Supplier<Repository<ReceptionBookAggregate>> repository) {
    this.repository = repository;
  }

  @Override
  public String issue(
      IssueDossierCode request, DossierCodeRule rule, ForDossier cause, LogMode mode) {
    var id = ReceptionBook.aggregateId(request.agency(), request.day());
    try {
      return repository
          .get()
          .loadOrCreate(id, () -> new ReceptionBookAggregate(id))
          .invoke(book -> book.issue(request, rule, cause, mode));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
