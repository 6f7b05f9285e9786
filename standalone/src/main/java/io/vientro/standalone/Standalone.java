package io.vientro.standalone;

import io.vientro.core.log.LogMode;
import io.vientro.embedded.DataFolderException;
import io.vientro.embedded.EmbeddedStore;
import io.vientro.http.users.UsersFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Everything in one process: the embedded store, and over it one context with both applications.
 * Closing it stops HTTP first, then the processors and the log, then the store.
 */
final class Standalone implements AutoCloseable {
  /**
   * What is running.
   *
   * @param port on the loopback address
   * @param mode of the log
   * @param withoutUsers whether nobody can sign in yet
   */
  record Started(int port, LogMode mode, boolean withoutUsers) {}

  private final StartOptions options;
  private final Consumer<String> progress;
  private @Nullable EmbeddedStore store;
  private @Nullable ConfigurableApplicationContext context;
  private boolean closed;

  /**
   * @param progress hears what takes long, a line at a time, from any thread
   */
  Standalone(StartOptions options, Consumer<String> progress) {
    this.options = options;
    this.progress = progress;
  }

  /**
   * Comes back when it answers over HTTP. Whoever called it closes it, also after a failure.
   *
   * @throws Refusal if the folder, the port or the log does not allow what was asked for
   */
  Started open() {
    requireFree(options.port());
    boolean usersFirst = usersWithoutStore();
    EmbeddedStore opened;
    try {
      opened = EmbeddedStore.open(options.data(), progress);
    } catch (DataFolderException e) {
      throw new Refusal(e.getMessage(), e);
    }
    synchronized (this) {
      if (closed) {
        opened.close();
        throw new Refusal("stopped before it was ready");
      }
      store = opened;
    }
    LogMode mode = LogKind.of(opened, options.samples());
    UsersFile users = new UsersFile(options.data().resolve(Users.FILE));
    if (mode == LogMode.TRAINING) {
      if (usersFirst && options.samples() == null) {
        throw new Refusal(
            "there are users in "
                + options.data()
                + " but no log: say --samples none for a LIVE log, all for training");
      }
      TrainingUsers.addTo(users, Clock.systemUTC());
    }
    int port = start(opened, mode);
    Loopback.awaitAnswer(port);
    return new Started(port, mode, users.read().isEmpty());
  }

  /**
   * Somebody who adds users first is preparing a log of their own: sample users must not slip in
   * beside them.
   */
  private boolean usersWithoutStore() {
    return Files.exists(options.data().resolve(Users.FILE))
        && !Files.exists(options.data().resolve("vientro.mv"));
  }

  private int start(EmbeddedStore opened, LogMode mode) {
    SpringApplication application = new SpringApplication(StandaloneConfiguration.class);
    application.setBannerMode(Banner.Mode.OFF);
    application.setRegisterShutdownHook(false);
    application.addInitializers(fresh -> context = fresh);
    try {
      var started = application.run(arguments(opened, mode));
      return ((WebServerApplicationContext) started).getWebServer().getPort();
    } catch (RuntimeException e) {
      throw Failures.refusal(e);
    }
  }

  /**
   * As arguments, since these come before the environment: no stray variable leads this process to
   * another store.
   */
  private String[] arguments(EmbeddedStore opened, LogMode mode) {
    List<String> arguments = new ArrayList<>();
    arguments.add("--spring.config.location=classpath:/io/vientro/standalone/");
    arguments.add("--spring.config.name=standalone");
    arguments.add("--server.address=127.0.0.1");
    arguments.add("--server.port=" + options.port());
    arguments.add("--vientro.mongo-uri=" + opened.connectionString());
    arguments.add("--vientro.database=" + LogKind.DATABASE);
    arguments.add("--vientro.sole-process=true");
    arguments.add("--vientro.log-mode=" + mode);
    // Idempotent, so that samples of a start that was interrupted are completed by the next one.
    arguments.add("--vientro.samples=" + (mode == LogMode.TRAINING ? "all" : "none"));
    arguments.add("--vientro.users-file=" + options.data().resolve(Users.FILE));
    if (!options.verbose()) {
      // A failed start is told in one line by whoever called.
      arguments.add("--logging.level.org.springframework.boot.SpringApplication=OFF");
      arguments.add("--logging.level.org.springframework.boot.diagnostics=OFF");
      arguments.add("--logging.level.org.apache.catalina=OFF");
    }
    return arguments.toArray(String[]::new);
  }

  /**
   * Looked at before anything is opened or made: a taken port must not cost a folder full of
   * samples.
   */
  private static void requireFree(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
    } catch (IOException e) {
      throw new Refusal(
          "port " + port + " cannot be used: " + e.getMessage() + "; --port takes another one", e);
    }
  }

  @Override
  public void close() {
    EmbeddedStore opened;
    synchronized (this) {
      closed = true;
      opened = store;
      store = null;
    }
    ConfigurableApplicationContext started = context;
    if (started != null) {
      started.close();
    }
    if (opened != null) {
      opened.close();
    }
  }
}
