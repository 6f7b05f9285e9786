import io.vientro.core.decision.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * The way of one dossier: what a client sends, in order. Whatever the road gets in addition is
 * appended to {@link #STEPS} and is then measured like the others.
 */
final class Road {
  /**
   * The step that all clients must take one after the other, since one book hands out the codes.
   */
  static final String CONTENDED = "accept-dossier";

  private static final String ON_DUTY = "{\"capacity\": \"ASSIGNED_DUTY\"}";
  private static final String FOR_APPLICANT =
      """
      {"capacity": "ON_BEHALF", "onBehalfOf": "Nguyễn Văn Mẫu",
       "document": {"number": "12/CV", "date": "2025-06-02", "signatory": "Trần Thị Mẫu"}}\
      """;

  /**
   * What is known of a dossier under way.
   *
   * @param title unlike any other's
   * @param id empty until it is submitted
   * @param on the day of all its papers; one reception book per day
   */
  record Dossier(String title, String id, LocalDate on) {}

  /**
   * One command.
   *
   * @param name of the command, and the end of its address
   * @param as who sends it
   * @param state that the answer must name
   */
  record Step(String name, Role as, String state, Function<Dossier, String> body) {

    String path(Dossier dossier) {
      return dossier.id().isEmpty()
          ? "/api/v1/dossiers"
          : "/api/v1/dossiers/" + dossier.id() + "/" + name;
    }

    int status(Dossier dossier) {
      return dossier.id().isEmpty() ? 201 : 200;
    }
  }

  static final List<Step> STEPS =
      List.of(
          new Step("submit-dossier", Role.RECEPTION_OFFICER, "SUBMITTED", Road::submit),
          new Step(
              "request-supplement",
              Role.RECEPTION_OFFICER,
              "SUPPLEMENT_REQUESTED",
              Road::requestSupplement),
          new Step("supplement-dossier", Role.RECEPTION_OFFICER, "CHECKING", Road::supplement),
          new Step(CONTENDED, Role.RECEPTION_OFFICER, "ACCEPTED", Road::accept),
          new Step(
              "request-agency-opinion", Role.APPRAISER, "CONSULTING", Road::requestAgencyOpinion),
          new Step(
              "record-agency-opinion",
              Role.CONSULTED_AGENCY,
              "APPRAISING",
              Road::recordAgencyOpinion),
          new Step(
              "conclude-appraisal", Role.APPRAISER, "APPRAISAL_CONCLUDED", Road::concludeAppraisal),
          new Step(
              "submit-for-decision",
              Role.APPRAISER,
              "SUBMITTED_FOR_DECISION",
              Road::submitForDecision),
          new Step("approve-aid", Role.DECISION_MAKER, "APPROVED", Road::approveAid),
          new Step("notify-outcome", Role.CLERK, "NOTIFIED", Road::notifyOutcome));

  private Road() {}

  /** Six sets with the first paper only; three more are owed. */
  private static String submit(Dossier dossier) {
    return """
    {"submittedOn": "%s", "channel": "COUNTER", "filedWith": "ubnd-tinh-mau", "applicant": "to-chuc-mau",
     "sets": 6, "documents": [%s], "act": %s,
     "aid": {"title": "%s", "modality": "PROJECT", "experts": false, "purpose": "DEVELOPMENT",
       "provider": {"papers": "REGISTERED_FOREIGN_NGO", "providerClass": "FOREIGN_NGO",
         "name": "Sample Foundation", "country": "NL",
         "registration": {"number": "123/UB-HĐ", "validUntil": "2099-12-31", "field": "water", "area": "Tỉnh Mẫu"}},
       "recipient": {"name": "Trung tâm Mẫu", "kind": "PUBLIC_SERVICE_UNIT", "founder": "MANAGING_AGENCY",
         "foundingDocument": "45/QĐ"},
       "aidOwner": {"name": "Trung tâm Mẫu", "contactName": "Lê Thị Mẫu", "contactPhone": "+84 000 000 001"},
       "managingAgencies": ["ubnd-tinh-mau"],
       "grant": {"parts": [{"amount": 115000, "currency": "USD"}], "usd": {"amount": 115000}},
       "sector": "water", "localities": [{"province": "tinh-mau", "detail": "xã Mẫu"}],
       "period": {"from": "%s", "to": "%s"}}}\
    """
        .formatted(
            dossier.on(),
            paper("REQUEST_FOR_APPROVAL", "ORIGINAL"),
            FOR_APPLICANT,
            dossier.title(),
            dossier.on().plusDays(60),
            dossier.on().plusDays(400));
  }

  private static String requestSupplement(Dossier dossier) {
    return """
    {"requestedOn": "%s", "findings": [{"requirement": "request-for-approval", "text": "Thiếu chữ ký"}],
     "act": %s}\
    """
        .formatted(dossier.on(), ON_DUTY);
  }

  /** All that {@link #submit} lacks. */
  private static String supplement(Dossier dossier) {
    return """
    {"suppliedOn": "%s", "sets": 6, "documents": [%s, %s, %s], "act": %s}\
    """
        .formatted(
            dossier.on(),
            paper("PROVIDER_AGREEMENT", "ORIGINAL"),
            paper("PROGRAMME_OR_PROJECT_DOCUMENT", "ORIGINAL"),
            paper("NGO_REGISTRATION", "PLAIN_COPY"),
            FOR_APPLICANT);
  }

  private static String accept(Dossier dossier) {
    return "{\"completeOn\": \"%s\", \"act\": %s}".formatted(dossier.on(), ON_DUTY);
  }

  /** In a province the lead must ask the police (Art. 10.2.c). */
  private static String requestAgencyOpinion(Dossier dossier) {
    return """
    {"agency": "%s", "requestedOn": "%s", "act": %s}\
    """
        .formatted(Accounts.CONSULTED_AGENCY, dossier.on(), letter("10/STC", dossier));
  }

  private static String recordAgencyOpinion(Dossier dossier) {
    return """
    {"agency": "%s", "answeredOn": "%s", "stance": "AGREES", "text": "Không có ý kiến khác.", "act": %s}\
    """
        .formatted(Accounts.CONSULTED_AGENCY, dossier.on(), letter("11/CAT", dossier));
  }

  private static String concludeAppraisal(Dossier dossier) {
    return """
    {"concludedOn": "%s", "method": "SYNTHESIS_OF_OPINIONS", "finding": "ELIGIBLE",
     "summary": "Đủ điều kiện tiếp nhận.", "act": %s}\
    """
        .formatted(dossier.on(), letter("12/BC-STC", dossier));
  }

  private static String submitForDecision(Dossier dossier) {
    return "{\"submittedOn\": \"%s\", \"act\": %s}"
        .formatted(dossier.on(), letter("13/TTr-STC", dossier));
  }

  /** All that Art. 11.1 wants of a decision, in agreement with {@link #submit}. */
  private static String approveAid(Dossier dossier) {
    return """
    {"decidedOn": "%s",
     "content": {"title": "%s", "managingAgencies": ["ubnd-tinh-mau"], "owner": "Trung tâm Mẫu",
       "provider": "Sample Foundation", "coProviders": [],
       "objective": "Nước sạch cho xã Mẫu", "results": "Một công trình cấp nước",
       "period": {"from": "%s", "to": "%s"}, "place": "xã Mẫu, tỉnh Mẫu",
       "grant": [{"amount": 115000, "currency": "USD"}], "counterpart": [],
       "grantManagedByRecipient": [{"amount": 100000, "currency": "USD"}],
       "grantManagedByProvider": [{"amount": 15000, "currency": "USD"}],
       "usd": {"amount": 115000}, "financialMechanism": "STATE_BUDGET_REVENUE",
       "managementMode": "EXISTING_PROJECT_UNIT"},
     "act": {"capacity": "HEAD",
       "document": {"number": "14/QĐ-UBND", "date": "%s", "signatory": "Trần Thị Mẫu"}}}\
    """
        .formatted(
            dossier.on(),
            dossier.title(),
            dossier.on().plusDays(60),
            dossier.on().plusDays(400),
            dossier.on());
  }

  private static String notifyOutcome(Dossier dossier) {
    return """
    {"notifiedOn": "%s", "addressees": ["PROVIDER", "bo-tai-chinh"], "act": %s}\
    """
        .formatted(dossier.on(), letter("15/UBND", dossier));
  }

  private static String letter(String number, Dossier dossier) {
    return """
    {"capacity": "ASSIGNED_DUTY", "document": {"number": "%s", "date": "%s"}}\
    """
        .formatted(number, dossier.on());
  }

  private static String paper(String kind, String form) {
    return """
    {"kind": "%s", "number": "7/VB", "issuedOn": "2025-05-20", "copyForm": "%s", "medium": "PAPER", "copies": 6,
     "language": "vi", "translation": "NONE", "validUntil": "2099-12-31"}\
    """
        .formatted(kind, form);
  }
}
