package io.vientro.command;

import java.time.LocalDate;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Valid bodies of all commands, to be sent as they are or to be spoilt. All names are plainly
 * fictional.
 */
final class Bodies {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static final String ON_DUTY = "{\"capacity\": \"ASSIGNED_DUTY\"}";
  static final String FOR_APPLICANT =
      """
      {"capacity": "ON_BEHALF", "onBehalfOf": "Nguyễn Văn Mẫu",
       "document": {"number": "12/CV", "date": "2025-06-02", "signatory": "Trần Thị Mẫu"}}\
      """;

  private Bodies() {}

  static ObjectNode json(String text) {
    return (ObjectNode) JSON.readTree(text);
  }

  /** Facts with every component that a body can have. */
  static ObjectNode aid() {
    return json(
        """
        {"title": "Nước sạch cho xã Mẫu", "modality": "PROJECT", "experts": false, "purpose": "DEVELOPMENT",
         "provider": {"papers": "REGISTERED_FOREIGN_NGO", "providerClass": "FOREIGN_NGO", "name": "Sample Foundation",
           "country": "NL",
           "registration": {"number": "123/UB-HĐ", "validUntil": "2027-12-31", "field": "water", "area": "Tỉnh Mẫu"}},
         "channel": "Sample Relay", "coProviders": ["Sample Second Foundation"],
         "recipient": {"name": "Trung tâm Mẫu", "kind": "PUBLIC_SERVICE_UNIT", "founder": "MANAGING_AGENCY",
           "foundingDocument": "45/QĐ"},
         "aidOwner": {"name": "Trung tâm Mẫu", "contactName": "Lê Thị Mẫu", "contactPhone": "+84 000 000 001",
           "contactEmail": "mau@example.invalid"},
         "managingAgencies": ["ubnd-tinh-mau"],
         "grant": {"parts": [{"amount": 100000.50, "currency": "EUR"}],
           "equivalents": [{"amount": 2900000000, "currency": "VND"}],
           "usd": {"amount": 115000, "rate": 0.8696, "rateDate": "2025-06-02", "rateSource": "Sample Bank"}},
         "counterpart": [{"money": {"amount": 50000000, "currency": "VND"}, "form": "IN_KIND"}],
         "sector": "water", "localities": [{"province": "tinh-mau", "detail": "xã Mẫu"}],
         "goods": [{"description": "pump", "goodsClass": "EQUIPMENT", "used": false, "importDecision": "NOT_IMPORTED",
           "temporaryImport": false, "quantity": 2, "unit": "piece"}],
         "period": {"from": "2025-07-01", "to": "2026-06-30"}, "subjects": [], "assumed": ["aid.channel"]}\
        """);
  }

  static String document(String kind, String form) {
    return """
    {"kind": "%s", "number": "7/VB", "issuedOn": "2025-05-20", "copyForm": "%s", "medium": "PAPER", "copies": 6,
     "language": "vi", "translation": "NONE", "validUntil": "2027-12-31"}\
    """
        .formatted(kind, form);
  }

  /** Six sets, only the first paper: what else is owed shows as gaps. */
  static ObjectNode incomplete(LocalDate on) {
    var body =
        json(
            """
            {"submittedOn": "%s", "channel": "COUNTER", "filedWith": "ubnd-tinh-mau", "applicant": "org-mau", "sets": 6,
             "documents": [%s], "act": %s}\
            """
                .formatted(on, document("REQUEST_FOR_APPROVAL", "ORIGINAL"), FOR_APPLICANT));
    body.set("aid", aid());
    return body;
  }

  static ObjectNode complete(LocalDate on) {
    var body = incomplete(on);
    body.set("documents", supplement(on).get("documents").deepCopy());
    body.withArray("documents").add(json(document("REQUEST_FOR_APPROVAL", "ORIGINAL")));
    return body;
  }

  /** An aid about which the law leaves a question open. */
  static ObjectNode questionable(LocalDate on) {
    var body = complete(on);
    body.withObject("/aid").withArray("subjects").add("LAW_DRAFTING_COMPONENT");
    return body;
  }

  static ObjectNode requestSupplement(LocalDate on) {
    return json(
        """
        {"requestedOn": "%s", "findings": [{"requirement": "request-for-approval", "text": "Thiếu chữ ký"}],
         "repeatBasis": "Nghị định mẫu", "act": %s}\
        """
            .formatted(on, ON_DUTY));
  }

  /** Everything that {@link #incomplete} lacks. */
  static ObjectNode supplement(LocalDate on) {
    var body =
        json(
            """
            {"suppliedOn": "%s", "sets": 6, "documents": [%s, %s, %s], "act": %s}\
            """
                .formatted(
                    on,
                    document("PROVIDER_AGREEMENT", "ORIGINAL"),
                    document("PROGRAMME_OR_PROJECT_DOCUMENT", "ORIGINAL"),
                    document("NGO_REGISTRATION", "PLAIN_COPY"),
                    FOR_APPLICANT));
    body.set("aid", aid());
    return body;
  }

  static ObjectNode accept(LocalDate on) {
    return json("{\"completeOn\": \"%s\", \"act\": %s}".formatted(on, ON_DUTY));
  }

  static ObjectNode refuse(LocalDate on) {
    return json(
        """
        {"refusedOn": "%s", "reason": "Không thuộc phạm vi", "legalBasis": "Nghị định 80/2020/NĐ-CP, Điều 1",
         "act": %s}\
        """
            .formatted(on, ON_DUTY));
  }

  static ObjectNode withdraw(LocalDate on) {
    return json(
        "{\"withdrawnOn\": \"%s\", \"reason\": \"Bên cung cấp rút\", \"act\": %s}"
            .formatted(on, FOR_APPLICANT));
  }

  static ObjectNode decide(LocalDate on) {
    return json(
        """
        {"question": "law-drafting-component", "answer": "HEAD_OF_MANAGING_AGENCY", "reason": "Không phải mục tiêu trực tiếp",
         "decidedOn": "%s", "act": %s}\
        """
            .formatted(on, ON_DUTY));
  }

  static ObjectNode assign(LocalDate on) {
    return json(
        """
        {"officer": "appraiser", "unit": "tham-dinh", "assignedOn": "%s", "act": %s}\
        """
            .formatted(on, ON_DUTY));
  }

  static ObjectNode handOver(LocalDate on) {
    return json(
        """
        {"to": {"agency": "so-tai-chinh-tinh-mau", "unit": "tham-dinh", "officer": "appraiser"},
         "handedOverOn": "%s", "note": "Bản giấy, 6 bộ", "act": %s}\
        """
            .formatted(on, ON_DUTY));
  }

  static ObjectNode acceptHandOver(LocalDate on) {
    return json("{\"acceptedOn\": \"%s\", \"act\": %s}".formatted(on, ON_DUTY));
  }

  static ObjectNode requestOpinion(LocalDate on, String agency) {
    return json(
        """
        {"agency": "%s", "requestedOn": "%s", "answerBy": "%s", "subject": "An ninh, trật tự", "act": %s}\
        """
            .formatted(agency, on, on.plusDays(10), document(on)));
  }

  static ObjectNode requestOpinion(LocalDate on) {
    return requestOpinion(on, CommandSide.POLICE).put("role", "PROVINCIAL_POLICE");
  }

  static ObjectNode recordOpinion(LocalDate on, String agency) {
    return json(
        """
        {"agency": "%s", "answeredOn": "%s", "stance": "AGREES_WITH_COMMENTS", "text": "Nhất trí", "act": %s}\
        """
            .formatted(agency, on, document(on)));
  }

  static ObjectNode convene(LocalDate on) {
    return json(
        """
        {"convenedOn": "%s", "meetingOn": "%s", "invited": ["cong-an-tinh-mau", "so-y-te-tinh-mau"], "act": %s}\
        """
            .formatted(on, on.plusDays(3), document(on)));
  }

  static ObjectNode conclude(LocalDate on) {
    return json(
        """
        {"concludedOn": "%s", "method": "SYNTHESIS_OF_OPINIONS", "finding": "ELIGIBLE", "summary": "Đủ điều kiện",
         "act": %s}\
        """
            .formatted(on, document(on)));
  }

  static ObjectNode submitForDecision(LocalDate on) {
    return json("{\"submittedOn\": \"%s\", \"act\": %s}".formatted(on, document(on)));
  }

  /** A decision that states everything that one can state, about {@link #aid()}. */
  static ObjectNode approve(LocalDate on) {
    return json(
        """
        {"decidedOn": "%s",
         "content": {"title": "Nước sạch cho xã Mẫu", "managingAgencies": ["ubnd-tinh-mau"], "owner": "Trung tâm Mẫu",
           "provider": "Sample Foundation", "individualProvider": "Nguyễn Thị Mẫu",
           "coProviders": ["Sample Second Foundation"], "objective": "Nước sạch", "results": "Hai trạm bơm",
           "goods": [{"description": "pump", "goodsClass": "EQUIPMENT", "used": false, "importDecision": "NOT_IMPORTED",
             "temporaryImport": false, "quantity": 2, "unit": "piece"}],
           "period": {"from": "2025-07-01", "to": "2026-06-30"}, "place": "xã Mẫu",
           "grant": [{"amount": 100000.50, "currency": "EUR"}],
           "counterpart": [{"money": {"amount": 50000000, "currency": "VND"}, "form": "IN_KIND"}],
           "grantManagedByRecipient": [{"amount": 90000, "currency": "EUR"}],
           "grantManagedByProvider": [{"amount": 10000.50, "currency": "EUR"}],
           "usd": {"amount": 115000, "rate": 0.8696, "rateDate": "2025-06-02", "rateSource": "Sample Bank"},
           "financialMechanism": "STATE_BUDGET_REVENUE", "managementMode": "IN_HOUSE_UNIT",
           "deviationReason": "Không thay đổi"},
         "act": %s}\
        """
            .formatted(on, decision(on)));
  }

  static ObjectNode refuseAid(LocalDate on) {
    return json(
        """
        {"decidedOn": "%s", "reason": "Không phù hợp", "legalBasis": "Nghị định 80/2020/NĐ-CP, khoản 3 Điều 10",
         "act": %s}\
        """
            .formatted(on, decision(on)));
  }

  /** To everybody to whom the notice of an approval is owed. */
  static ObjectNode notifyOutcome(LocalDate on) {
    return json(
        """
        {"notifiedOn": "%s", "addressees": ["PROVIDER", "bo-tai-chinh"], "act": %s}\
        """
            .formatted(on, document(on)));
  }

  static ObjectNode stop(LocalDate on) {
    return json(
        """
        {"stoppedOn": "%s", "reason": "Không phản hồi", "legalBasis": "Quy chế mẫu", "act": %s}\
        """
            .formatted(on, document(on)));
  }

  static ObjectNode adopt(LocalDate on, int version) {
    return json(
        """
        {"version": %d, "reason": "Có quy định mới", "legalBasis": "Quy định chuyển tiếp mẫu", "adoptedOn": "%s",
         "act": %s}\
        """
            .formatted(version, on, ON_DUTY));
  }

  static ObjectNode reclassify(LocalDate on) {
    var body =
        json(
            """
            {"reason": "Ý kiến góp ý", "legalBasis": "Nghị định 80/2020/NĐ-CP, Điều 7", "reclassifiedOn": "%s",
             "act": %s}\
            """
                .formatted(on, document(on)));
    body.set("aid", aid().put("sector", "health"));
    return body;
  }

  static ObjectNode transfer(LocalDate on) {
    return json(
        """
        {"to": "ubnd-tinh-vi-du", "from": "ubnd-tinh-mau", "cause": "CHANGE_OF_COMPETENCE", "reason": "Chuyển trụ sở",
         "legalBasis": "Quyết định mẫu", "transferredOn": "%s", "act": %s}\
        """
            .formatted(on, document(on)));
  }

  static ObjectNode earlyReceipt(LocalDate on) {
    return json(
        """
        {"amounts": [{"amount": 5000, "currency": "EUR"}], "goods": "Một máy bơm", "heldBy": "Tài khoản tạm giữ",
         "reason": "Chuyển sớm", "receivedOn": "%s", "act": %s}\
        """
            .formatted(on, document(on)));
  }

  static ObjectNode start(LocalDate on) {
    return json(
        """
        {"startedOn": "%s", "evidence": "FIRST_TRANSFER", "description": "Chuyển tiền đợt 1", "act": %s}\
        """
            .formatted(on, document(on)));
  }

  static ObjectNode disburse(LocalDate on) {
    return json(
        """
        {"disbursedOn": "%s", "amounts": [{"amount": 40000, "currency": "EUR"}], "managedBy": "RECIPIENT",
         "description": "Đợt 1", "act": %s}\
        """
            .formatted(on, document(on)));
  }

  static ObjectNode report(LocalDate on) {
    return json(
        """
        {"report": "finance-copy", "submittedOn": "%s", "summary": "Đã gửi", "documents": [], "act": %s}\
        """
            .formatted(on, document(on)));
  }

  static ObjectNode requestAdjustment(LocalDate on) {
    var body =
        json(
            """
            {"requestedOn": "%s", "parts": ["PERIOD", "PLACE"], "reason": "Kéo dài", "act": %s}\
            """
                .formatted(on, document(on)));
    body.set("aid", aid().put("sector", "health"));
    return body;
  }

  static ObjectNode end(LocalDate on) {
    return json(
        """
        {"endedOn": "%s", "description": "Hoàn thành", "act": %s}\
        """
            .formatted(on, document(on)));
  }

  static ObjectNode handOverResults(LocalDate on) {
    return json(
        """
        {"handedOverOn": "%s", "receivedBy": "Trung tâm Mẫu", "description": "Hai trạm bơm", "act": %s}\
        """
            .formatted(on, document(on)));
  }

  static ObjectNode close(LocalDate on) {
    return json(
        """
        {"closedOn": "%s", "settlement": "Quyết toán mẫu", "act": %s}\
        """
            .formatted(on, document(on)));
  }

  /** On another law than Art. 4.7, whose six months have not passed. */
  static ObjectNode revoke(LocalDate on) {
    return json(
        """
        {"revokedOn": "%s", "reason": "Vi phạm", "legalBasis": "Luật mẫu, Điều 5", "act": %s}\
        """
            .formatted(on, decision(on)));
  }

  static ObjectNode correct(LocalDate on) {
    return json(
        """
        {"fact": "TITLE", "corrected": "Nước sạch cho xã Mẫu (đã sửa)", "reason": "Ghi nhầm",
         "legalBasis": "Quy chế mẫu", "correctedOn": "%s", "act": %s}\
        """
            .formatted(on, document(on)));
  }

  static ObjectNode extend(LocalDate on) {
    return json(
        """
        {"limit": "appraisal", "segment": 1, "newDate": "2025-09-30", "reason": "Chờ ý kiến", "extendedOn": "%s",
         "act": %s}\
        """
            .formatted(on, document(on)));
  }

  static ObjectNode waive(LocalDate on, String limit) {
    return json(
        """
        {"limit": "%s", "segment": 1, "reason": "Không còn cần", "legalBasis": "Quy chế mẫu", "waivedOn": "%s",
         "act": %s}\
        """
            .formatted(limit, on, document(on)));
  }

  static ObjectNode acknowledge(LocalDate on) {
    return json(
        """
        {"notice": "expiry:appraisal:1", "acknowledgedOn": "%s", "act": %s}\
        """
            .formatted(on, ON_DUTY));
  }

  /** On duty, with a paper of that day. */
  private static String document(LocalDate on) {
    return """
    {"capacity": "ASSIGNED_DUTY", "document": {"number": "21/STC-MAU", "date": "%s", "signatory": "Trần Thị Mẫu"}}\
    """
        .formatted(on);
  }

  private static String decision(LocalDate on) {
    return document(on).replace("ASSIGNED_DUTY", "HEAD").replace("21/STC-MAU", "99/QĐ-MAU");
  }

  static ObjectNode notice() {
    return json(
        """
        {"notice": {"year": 2027, "number": "1/TB-MAU", "issuedOn": "2025-06-02", "basis": "Bộ luật mẫu",
           "off": ["2027-01-01"], "workedWeekendDays": ["2027-01-09"], "restored": []},
         "act": %s}\
        """
            .formatted(ON_DUTY));
  }

  static ObjectNode pack(int version, String text) {
    return JSON.createObjectNode().put("version", version).put("text", text);
  }

  static ObjectNode parameter() {
    return json(
        """
        {"agency": "ubnd-tinh-mau", "parameter": "opinion-days", "value": "10", "basis": "Quyết định mẫu 1/QĐ",
         "from": "2025-06-01", "act": %s}\
        """
            .formatted(ON_DUTY));
  }
}
