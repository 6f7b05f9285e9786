package io.vientro.query;

import io.vientro.core.act.Act;
import io.vientro.core.act.ActDocument;
import io.vientro.core.aid.AidFacts;
import io.vientro.core.aid.AidOwner;
import io.vientro.core.aid.Founder;
import io.vientro.core.aid.Grant;
import io.vientro.core.aid.IndividualProvider;
import io.vientro.core.aid.Locality;
import io.vientro.core.aid.Modality;
import io.vientro.core.aid.Provider;
import io.vientro.core.aid.ProviderClass;
import io.vientro.core.aid.ProviderPaperKind;
import io.vientro.core.aid.Purpose;
import io.vientro.core.aid.Recipient;
import io.vientro.core.aid.RecipientKind;
import io.vientro.core.aid.SubjectTag;
import io.vientro.core.aid.UsdValue;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.FilingChannel;
import io.vientro.core.dossier.SubmitDossier;
import io.vientro.core.dossier.SupplementDossier;
import io.vientro.core.value.Money;
import io.vientro.core.value.Personal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Plainly fictional aid, people and agencies. */
public final class Fictional {
  public static final String PROVINCE = "ubnd-tinh-mau";
  public static final String OTHER_PROVINCE = "ubnd-tinh-vi-du";
  public static final String HOSPITAL = "benh-vien-mau";
  public static final String CONTACT = "Nguyễn Thị Mẫu";
  public static final String DONOR = "Jane Fictional";
  public static final LocalDate DAY = LocalDate.of(2025, 3, 3);

  public static final Actor APPLICANT = new Actor("applicant", Role.APPLICANT, HOSPITAL);
  public static final Actor RECEPTION =
      new Actor("reception.officer", Role.RECEPTION_OFFICER, PROVINCE);
  public static final Actor AUDITOR = new Actor("auditor", Role.AUDITOR, "kiem-toan-mau");
  public static final Actor ADMINISTRATOR =
      new Actor("administrator", Role.ADMINISTRATOR, PROVINCE);
  public static final Actor ELSEWHERE =
      new Actor("elsewhere", Role.RECEPTION_OFFICER, OTHER_PROVINCE);

  public static final Act OWN = new Act(Capacity.OWN_RIGHT, null, null);
  public static final Act DUTY = new Act(Capacity.ASSIGNED_DUTY, null, null);
  public static final Act FOR_APPLICANT =
      new Act(
          Capacity.ON_BEHALF,
          Personal.of("Trần Văn Mẫu"),
          new ActDocument("12/GUQ", DAY.minusDays(1), Personal.of("Lê Thị Mẫu")));

  private Fictional() {}

  public static Provider organisation(String name) {
    return new Provider(ProviderPaperKind.OTHER, ProviderClass.FOREIGN_NGO, name, null, "CH", null);
  }

  public static Provider individual() {
    return new Provider(
        ProviderPaperKind.INDIVIDUAL,
        ProviderClass.INDIVIDUAL,
        null,
        new IndividualProvider(Personal.of(DONOR), Personal.of("X0000000"), null),
        "CH",
        null);
  }

  public static AidFacts aid(String title, Provider provider, SubjectTag... subjects) {
    return new AidFacts(
        title,
        Modality.PROJECT,
        false,
        Purpose.DEVELOPMENT,
        provider,
        null,
        null,
        new Recipient(
            "Bệnh viện Mẫu", RecipientKind.PUBLIC_SERVICE_UNIT, Founder.MANAGING_AGENCY, null),
        new AidOwner("Bệnh viện Mẫu", Personal.of(CONTACT), Personal.of("0000 000 000"), null),
        List.of(PROVINCE),
        new Grant(
            List.of(new Money(new BigDecimal("125000.50"), "USD")),
            List.of(new Money(new BigDecimal("3125000000"), "VND")),
            new UsdValue(new BigDecimal("125000.50"), null, null, null)),
        null,
        "Y tế",
        List.of(new Locality("tinh-mau", "Xã Mẫu")),
        null,
        null,
        Set.of(subjects),
        List.of("sector"));
  }

  public static SubmitDossier submit(AidFacts aid) {
    return submit(aid, DAY, OWN, null);
  }

  public static SubmitDossier submit(
      AidFacts aid, LocalDate day, Act act, @Nullable String applicant) {
    return new SubmitDossier(
        day, FilingChannel.COUNTER, PROVINCE, applicant, 1, aid, List.of(), act);
  }

  public static SupplementDossier supplement(AidFacts aid, LocalDate day) {
    return new SupplementDossier(day, 8, aid, List.of(), OWN);
  }
}
