package io.vientro.trials.drill;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A durable store of the drill's own: PostgreSQL and two gateways, run through the control script.
 * Nobody else's store is touched.
 */
final class StoreInstance implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String script;
  private final File output;
  private final String name = "drill-" + ProcessHandle.current().pid();
  private final int postgresPort;
  private final List<Integer> gateways;

  /**
   * @param script the control script
   * @param output where to put what the script says
   */
  StoreInstance(String script, Path output) throws IOException {
    this.script = script;
    this.output = output.toFile();
    List<Integer> ports = freePorts(3);
    this.postgresPort = ports.get(0);
    this.gateways = ports.subList(1, 3);
  }

  private static List<Integer> freePorts(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      return held.stream().map(ServerSocket::getLocalPort).toList();
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }

  /** Ports of the two gateways. */
  List<Integer> gateways() {
    return gateways;
  }

  static String uri(int gateway) {
    return "mongodb://127.0.0.1:" + gateway + "/";
  }

  /** Starts what does not run; comes back when PostgreSQL and both gateways answer. */
  void start() {
    control("start");
    gateways.forEach(this::startGateway);
  }

  private void startGateway(int port) {
    // Until a killed one is buried, the script may take it for alive: ask until somebody answers.
    long start = System.nanoTime();
    do {
      control("gateway", Integer.toString(port));
      if (answers(port)) {
        return;
      }
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    } while (System.nanoTime() - start < PATIENCE.toNanos());
    throw new DrillFailedException("a gateway did not come back");
  }

  private static boolean answers(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  /** Kills one gateway by its process id, and brings it back. */
  void killGateway(int port) {
    ProcessHandle gateway =
        ProcessHandle.allProcesses()
            .filter(
                p -> p.info().commandLine().orElse("").contains("listen-addr=127.0.0.1:" + port))
            .findFirst()
            .orElseThrow(() -> new DrillFailedException("a gateway is not there to be killed"));
    gateway.destroyForcibly();
    awaitSilence(port);
    startGateway(port);
  }

  /** A signal takes a moment: before that, who is to be killed still answers. */
  private static void awaitSilence(int port) {
    long start = System.nanoTime();
    while (answers(port)) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new DrillFailedException("a gateway cannot be killed");
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }

  void killGateways() {
    control("crash", "gateway");
    gateways.forEach(StoreInstance::awaitSilence);
    start();
  }

  void killPostgres() {
    control("crash", "pg");
    start();
  }

  void killAll() {
    control("crash", "all");
    gateways.forEach(StoreInstance::awaitSilence);
  }

  private void control(String... verb) {
    List<String> command = new ArrayList<>(List.of(script));
    command.addAll(List.of(verb));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(output));
    builder.environment().put("STORE_NAME", name);
    builder.environment().put("STORE_PORT", gateways.getFirst().toString());
    builder.environment().put("STORE_PG_PORT", Integer.toString(postgresPort));
    try {
      Process process = builder.start();
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new DrillFailedException("the store did not obey within a minute: " + verb[0]);
      }
      if (process.exitValue() != 0) {
        throw new DrillFailedException("the store did not obey: " + verb[0]);
      }
    } catch (IOException e) {
      throw new DrillFailedException("VIENTRO_STORE_CONTROL cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DrillFailedException("interrupted");
    }
  }

  /** Stops it and deletes its data. */
  @Override
  public void close() {
    control("wipe");
  }
}
