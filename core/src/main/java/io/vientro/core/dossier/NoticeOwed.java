package io.vientro.core.dossier;

import io.vientro.core.value.Copies;
import java.util.List;

/**
 * Whom the notice of the outcome must reach (Art. 11.2, 10.3).
 *
 * @param addressees each once, even where one agency plays several roles (E21)
 */
public record NoticeOwed(List<Addressee> addressees) implements DossierEvent {
  /** The addressee that stands for the aid's provider. */
  public static final String PROVIDER = "PROVIDER";

  public NoticeOwed {
    addressees = Copies.list(addressees);
  }

  /**
   * One addressee.
   *
   * @param id {@link #PROVIDER}, or the agency's id, or the role where the registry knows no agency
   * @param roles roles by which the notice is owed
   * @param articles article and clause
   */
  public record Addressee(String id, List<String> roles, String articles) {
    public Addressee {
      roles = Copies.list(roles);
    }
  }
}
