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

  private static String document(String kind, String form) {
    return """
    {"kind": "%s", "number": "7/VB", "issuedOn": "2025-05-20", "copyForm": "%s", "medium": "PAPER", "copies": 6,
     "language": "vi", "translation": "NONE", "validUntil": "2099-12-31"}\
    """
        .formatted(kind, form);
  }
}
