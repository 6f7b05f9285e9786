package io.vientro.journeys;

import java.time.LocalDate;

/** Bodies of the commands of one plainly fictional dossier. */
final class Papers {
  private static final String ON_DUTY = "{\"capacity\": \"ASSIGNED_DUTY\"}";
  private static final String FOR_APPLICANT =
      """
      {"capacity": "ON_BEHALF", "onBehalfOf": "Nguyễn Văn Mẫu",
       "document": {"number": "12/CV", "date": "2025-06-02", "signatory": "Trần Thị Mẫu"}}\
      """;

  private Papers() {}

  /** Six sets with the first paper only; three more are owed. */
  static String submit(String title, LocalDate on) {
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
            on,
            document("REQUEST_FOR_APPROVAL", "ORIGINAL"),
            FOR_APPLICANT,
            title,
            on.plusDays(60),
            on.plusDays(400));
  }

  static String requestSupplement(LocalDate on) {
    return """
    {"requestedOn": "%s", "findings": [{"requirement": "request-for-approval", "text": "Thiếu chữ ký"}],
     "act": %s}\
    """
        .formatted(on, ON_DUTY);
  }

  /** All that {@link #submit} lacks. */
  static String supplement(LocalDate on) {
    return """
    {"suppliedOn": "%s", "sets": 6, "documents": [%s, %s, %s], "act": %s}\
    """
        .formatted(
            on,
            document("PROVIDER_AGREEMENT", "ORIGINAL"),
            document("PROGRAMME_OR_PROJECT_DOCUMENT", "ORIGINAL"),
            document("NGO_REGISTRATION", "PLAIN_COPY"),
            FOR_APPLICANT);
  }

  static String accept(LocalDate on) {
    return "{\"completeOn\": \"%s\", \"act\": %s}".formatted(on, ON_DUTY);
  }

  static String assign(String officer, LocalDate on) {
    return """
    {"officer": "%s", "unit": "tham-dinh", "assignedOn": "%s", "act": %s}\
    """
        .formatted(officer, on, ON_DUTY);
  }

  static String handOver(String agency, LocalDate on) {
    return """
    {"to": {"agency": "%s"}, "handedOverOn": "%s", "act": %s}\
    """
        .formatted(agency, on, ON_DUTY);
  }

  static String acceptHandOver(LocalDate on) {
    return "{\"acceptedOn\": \"%s\", \"act\": %s}".formatted(on, ON_DUTY);
  }

  static String requestOpinion(String agency, LocalDate on) {
    return """
    {"agency": "%s", "requestedOn": "%s", "act": %s}\
    """
        .formatted(agency, on, paper("ASSIGNED_DUTY", "21/STC", on));
  }

  static String recordOpinion(String agency, LocalDate on) {
    return """
    {"agency": "%s", "answeredOn": "%s", "stance": "AGREES", "text": "Nhất trí", "act": %s}\
    """
        .formatted(agency, on, paper("ASSIGNED_DUTY", "22/CV", on));
  }

  static String conclude(LocalDate on) {
    return """
    {"concludedOn": "%s", "method": "SYNTHESIS_OF_OPINIONS", "finding": "ELIGIBLE",
     "summary": "Đủ điều kiện tiếp nhận", "act": %s}\
    """
        .formatted(on, paper("ASSIGNED_DUTY", "23/BC", on));
  }

  static String submitForDecision(LocalDate on) {
    return """
    {"submittedOn": "%s", "act": %s}\
    """
        .formatted(on, paper("ASSIGNED_DUTY", "24/TTr", on));
  }

  /** A decision on the aid of {@link #submit}. */
  static String approve(LocalDate on) {
    return """
    {"decidedOn": "%s", "act": %s,
     "content": {"title": "Nước sạch", "managingAgencies": ["ubnd-tinh-mau"], "owner": "Trung tâm Mẫu",
       "provider": "Sample Foundation", "coProviders": [], "objective": "Nước sạch", "results": "Hai giếng",
       "period": {"from": "%s", "to": "%s"}, "place": "xã Mẫu",
       "grant": [{"amount": 115000, "currency": "USD"}], "counterpart": [],
       "grantManagedByRecipient": [{"amount": 115000, "currency": "USD"}], "grantManagedByProvider": [],
       "financialMechanism": "STATE_BUDGET_REVENUE", "managementMode": "OWN_PROJECT_UNIT"}}\
    """
        .formatted(on, paper("HEAD", "25/QĐ-UBND", on), on.plusDays(60), on.plusDays(400));
  }

  static String notifyOutcome(LocalDate on, String... addressees) {
    return """
    {"notifiedOn": "%s", "addressees": ["%s"], "act": %s}\
    """
        .formatted(on, String.join("\", \"", addressees), paper("ASSIGNED_DUTY", "26/UBND", on));
  }

  static String convene(String agency, LocalDate on) {
    return """
    {"convenedOn": "%s", "meetingOn": "%s", "invited": ["%s"], "act": %s}\
    """
        .formatted(on, on, agency, paper("ASSIGNED_DUTY", "27/GM", on));
  }

  /** A refusal, or a stop: a day, a reason and a ground. */
  static String ending(String day, LocalDate on) {
    return """
    {"%s": "%s", "reason": "Lý do mẫu", "legalBasis": "Quy chế mẫu", "act": %s}\
    """
        .formatted(day, on, paper("ASSIGNED_DUTY", "28/TB", on));
  }

  static String withdraw(LocalDate on) {
    return """
    {"withdrawnOn": "%s", "reason": "Bên cung cấp dừng tài trợ", "act": %s}\
    """
        .formatted(on, FOR_APPLICANT);
  }

  static String answer(String question, String answer, LocalDate on) {
    return """
    {"question": "%s", "answer": "%s", "reason": "Chỉ là một hợp phần", "decidedOn": "%s", "act": %s}\
    """
        .formatted(question, answer, on, ON_DUTY);
  }

  static String adopt(int version, LocalDate on) {
    return """
    {"version": %d, "reason": "Bản mới chỉ khác số", "legalBasis": "Quy chế mẫu", "adoptedOn": "%s", "act": %s}\
    """
        .formatted(version, on, ON_DUTY);
  }

  private static String paper(String capacity, String number, LocalDate on) {
    return """
    {"capacity": "%s", "document": {"number": "%s", "date": "%s", "signatory": "Phạm Văn Mẫu"}}\
    """
        .formatted(capacity, number, on);
  }

  private static String document(String kind, String form) {
    return """
    {"kind": "%s", "number": "7/VB", "issuedOn": "2025-05-20", "copyForm": "%s", "medium": "PAPER", "copies": 6,
     "language": "vi", "translation": "NONE", "validUntil": "2099-12-31"}\
    """
        .formatted(kind, form);
  }
}
