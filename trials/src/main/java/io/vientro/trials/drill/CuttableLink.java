package io.vientro.trials.drill;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The network between one writer and its gateway, in the hands of the drill. */
final class CuttableLink implements AutoCloseable {
  private static final int BUFFER_BYTES = 16 * 1024;

  /** What becomes of what is sent. */
  private enum State {
    OPEN,
    /** Connections are broken off, new ones refused. */
    CUT,
    /** Requests get through, their answers reach nobody. */
    ANSWERS_LOST,
    /** Nothing gets through now; later everything does. */
    STALLED
  }

  private final int storePort;
  private final ServerSocket server;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

  /** Guarded by this. */
  private State state = State.OPEN;

  /**
   * @param storePort where the gateway listens, on this machine
   */
  CuttableLink(int storePort) throws IOException {
    this.storePort = storePort;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String uri() {
    return "mongodb://127.0.0.1:" + server.getLocalPort() + "/";
  }

  void cut() {
    become(State.CUT);
    breakOff();
  }

  void loseAnswers() {
    become(State.ANSWERS_LOST);
  }

  void stall() {
    become(State.STALLED);
  }

  /** What had been stalled arrives now; where answers were lost, the connection is of no use. */
  void restore() {
    boolean useless = state() == State.ANSWERS_LOST;
    become(State.OPEN);
    if (useless) {
      breakOff();
    }
  }

  private synchronized State state() {
    return state;
  }

  private synchronized void become(State next) {
    state = next;
    notifyAll();
  }

  private synchronized State stateAfterStall() throws InterruptedException {
    while (state == State.STALLED) {
      wait();
    }
    return state;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket writer = server.accept();
        Thread.ofVirtual().start(() -> connect(writer));
      } catch (IOException e) {
        return; // The drill is over.
      }
    }
  }

  private void connect(Socket writer) {
    if (state() == State.CUT) {
      close(writer);
      return;
    }
    try {
      Socket store = new Socket(InetAddress.getLoopbackAddress(), storePort);
      sockets.addAll(List.of(writer, store));
      writer.setTcpNoDelay(true);
      store.setTcpNoDelay(true);
      Thread.ofVirtual().start(() -> pass(writer, store, false));
      Thread.ofVirtual().start(() -> pass(store, writer, true));
      if (state() == State.CUT) {
        breakOff(); // It was cut while this connection came about.
      }
    } catch (IOException e) {
      close(writer); // The gateway is not there.
    }
  }

  private void pass(Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[BUFFER_BYTES];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        if (stateAfterStall() != State.ANSWERS_LOST || !answers) {
          out.write(buffer, 0, n);
        }
      }
    } catch (IOException e) {
      // Cut, by us or by one of the sides.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void breakOff() {
    sockets.forEach(CuttableLink::close);
  }

  private static void close(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed, then.
    }
  }

  @Override
  public void close() {
    close(server);
    restore();
    breakOff();
  }
}
