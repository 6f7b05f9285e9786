package io.vientro.command;

import com.mongodb.MongoException;
import io.vientro.core.act.Act;
import io.vientro.core.aid.DocumentKind;
import io.vientro.core.decision.Actor;
import io.vientro.core.decision.Capacity;
import io.vientro.core.decision.CommandName;
import io.vientro.core.decision.DecisionContext;
import io.vientro.core.decision.Rejection;
import io.vientro.core.decision.RejectionCode;
import io.vientro.core.decision.Role;
import io.vientro.core.dossier.AttachDocument;
import io.vientro.core.dossier.Dossier;
import io.vientro.core.dossier.DossierState;
import io.vientro.http.problem.ProblemException;
import io.vientro.http.request.RequestArguments;
import io.vientro.http.request.RequestDigest;
import io.vientro.log.EventLog;
import io.vientro.log.StoredCommit;
import io.vientro.store.documents.DocumentException;
import io.vientro.store.documents.DocumentException.Reason;
import io.vientro.store.documents.DocumentLimits;
import io.vientro.store.documents.DocumentStore;
import io.vientro.store.documents.StoredDocument;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a document in and then says so in the log: the file is durable before its event is. Where
 * the log is known to have refused it the file goes at once; where nobody knows (the process died,
 * the store did not answer) the clean-up asks the log a day later.
 */
final class DocumentService {
  private static final Logger LOG = LoggerFactory.getLogger(DocumentService.class);

  private final CommandService commands;
  private final CommandOrigins origins;
  private final DocumentStore documents;
  private final EventLog log;
  private final DocumentLimits limits;
  private final BiFunction<DossierState, Actor, DecisionContext> contexts;

  /**
   * @param contexts what a decision on a filed dossier may look at
   */
  DocumentService(
      CommandService commands,
      CommandOrigins origins,
      DocumentStore documents,
      EventLog log,
      DocumentLimits limits,
      BiFunction<DossierState, Actor, DecisionContext> contexts) {
    this.commands = commands;
    this.origins = origins;
    this.documents = documents;
    this.log = log;
    this.limits = limits;
    this.contexts = contexts;
  }

  /**
   * What the address says of an upload.
   *
   * @param personal whether it is to be sealed, also where its kind does not ask for it
   */
  record Upload(DocumentKind kind, LocalDate attachedOn, boolean personal) {
    boolean sealed() {
      return personal || kind.isPersonal();
    }

    /** The request in one spelling, so that the same one is known again. */
    private RequestDigest digest(HttpServletRequest request, String sha256) {
      var canonical = String.join("\n", kind.name(), attachedOn.toString(), "" + sealed(), sha256);
      return RequestDigest.of(
          CommandOrigins.target(request), canonical.getBytes(StandardCharsets.US_ASCII));
    }
  }

  /**
   * Attaches the body of a request.
   *
   * @throws ProblemException if it is refused
   * @throws DocumentException if the file is not taken
   * @throws IOException if the body breaks off
   */
  CommandAnswer attach(String dossier, Upload upload, HttpServletRequest request)
      throws IOException {
    var before = origins.repeatedCommit(request).flatMap(log::commit);
    if (before.isPresent()) {
      return repeated(before.get(), upload, request);
    }
    var actor = RequestArguments.actor();
    requireAdmissible(dossier, actor);
    var keyId = upload.sealed() ? documents.keyId(dossier, upload.kind().subject()) : null;
    var stored = documents.store(dossier, keyId, request.getInputStream(), limits);
    try {
      var origin = origins.of(request, upload.digest(request, stored.plainSha256()));
      var answer = commands.send(dossier, command(upload, stored, actor), origin);
      settle(stored.id(), stored.id().equals(answer.document()));
      return answer;
    } catch (ProblemException refused) {
      if (refused.type().status() < 500) {
        settle(stored.id(), false);
      }
      throw refused;
    }
  }

  /** Nobody sends megabytes only to be told that the dossier is not theirs. */
  private void requireAdmissible(String dossier, Actor actor) {
    var state = commands.state(dossier);
    var refusal =
        state.pack() == null
            ? Optional.of(
                CommandName.ATTACH_DOCUMENT
                    .refuses(actor)
                    .orElseGet(() -> Rejection.of(RejectionCode.UNKNOWN_DOSSIER)))
            : Dossier.admissible(state, CommandName.ATTACH_DOCUMENT, contexts.apply(state, actor));
    refusal.ifPresent(
        rejection -> {
          throw ProblemException.of(rejection);
        });
  }

  private static AttachDocument command(Upload upload, StoredDocument stored, Actor actor) {
    var file = stored.reference();
    var capacity = actor.role() == Role.APPLICANT ? Capacity.OWN_RIGHT : Capacity.ASSIGNED_DUTY;
    return new AttachDocument(
        file.id(),
        upload.kind(),
        file.sha256(),
        file.size(),
        stored.contentType(),
        file.subjectKey(),
        upload.attachedOn(),
        new Act(capacity, null, null));
  }

  /** The command's outcome stands; what cannot be tidied now is tidied by the clean-up. */
  private void settle(String document, boolean recorded) {
    try {
      if (recorded) {
        documents.recorded(document);
      } else {
        documents.discard(document);
      }
    } catch (MongoException e) {
      LOG.info("{} is left to the clean-up: {}", document, e.toString());
    }
  }

  /** The body of a request that was done before is read to be compared, and not kept. */
  private CommandAnswer repeated(StoredCommit first, Upload upload, HttpServletRequest request)
      throws IOException {
    var sha256 = sha256();
    var body = request.getInputStream();
    var buffer = new byte[1 << 16];
    var size = 0L;
    for (var n = body.read(buffer); n >= 0; n = body.read(buffer)) {
      size += n;
      if (size > limits.bytes()) {
        throw new DocumentException(Reason.TOO_LARGE, Long.toString(limits.bytes()));
      }
      sha256.update(buffer, 0, n);
    }
    var digest = upload.digest(request, HexFormat.of().formatHex(sha256.digest()));
    return commands.repeated(first, origins.of(request, digest));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
