package io.vientro.log;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands between driver and store, and can lose the answer to an insert, or the whole store. */
final class CuttingProxy implements AutoCloseable {
  private final String host;
  private final int port;
  private final ServerSocket server;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  /** So many of the next inserts reach the store, while their answers reach nobody. */
  private final AtomicInteger answersToLose = new AtomicInteger();

  /** So many of the next inserts reach nobody. */
  private final AtomicInteger insertsToLose = new AtomicInteger();

  private volatile boolean down;

  CuttingProxy(String host, int port) throws IOException {
    this.host = host;
    this.port = port;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofPlatform().daemon().start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  void loseAnswers(int count) {
    answersToLose.set(count);
  }

  void loseInserts(int count) {
    insertsToLose.set(count);
  }

  /** Whether all that was to be lost has been lost: a test that loses nothing shows nothing. */
  boolean hasLostAll() {
    return answersToLose.get() == 0 && insertsToLose.get() == 0;
  }

  /** From here on nobody gets through. */
  void goDown() {
    down = true;
    open.forEach(CuttingProxy::closeQuietly);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        if (down) {
          closeQuietly(client);
          continue;
        }
        Socket store = new Socket(host, port);
        open.addAll(List.of(client, store));
        Connection connection = new Connection(client, store);
        Thread.ofPlatform().daemon().start(connection::requests);
        Thread.ofPlatform().daemon().start(connection::answers);
      } catch (IOException e) {
        // The test is over.
        return;
      }
    }
  }

  private final class Connection {
    private final Socket client;
    private final Socket store;
    private volatile boolean loseAnswer;

    Connection(Socket client, Socket store) {
      this.client = client;
      this.store = store;
    }

    void requests() {
      try (client;
          store) {
        InputStream in = client.getInputStream();
        OutputStream out = store.getOutputStream();
        for (byte[] message = message(in); message.length > 0; message = message(in)) {
          if (isInsert(message)) {
            if (takeOne(insertsToLose)) {
              return;
            }
            loseAnswer = takeOne(answersToLose);
          }
          out.write(message);
          out.flush();
        }
      } catch (IOException e) {
        // Cut, by us or by the other side.
      }
    }

    void answers() {
      try (client;
          store) {
        InputStream in = store.getInputStream();
        OutputStream out = client.getOutputStream();
        for (byte[] message = message(in); message.length > 0; message = message(in)) {
          if (loseAnswer) {
            return;
          }
          out.write(message);
          out.flush();
        }
      } catch (IOException e) {
        // Likewise.
      }
    }
  }

  private static boolean takeOne(AtomicInteger count) {
    return count.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  /** Each message of the protocol begins with its length, little-endian. */
  private static byte[] message(InputStream in) throws IOException {
    byte[] head = in.readNBytes(4);
    if (head.length < 4) {
      return new byte[0];
    }
    int length =
        (head[0] & 0xff) | (head[1] & 0xff) << 8 | (head[2] & 0xff) << 16 | (head[3] & 0xff) << 24;
    byte[] message = new byte[length];
    System.arraycopy(head, 0, message, 0, 4);
    in.readNBytes(message, 4, length - 4);
    return message;
  }

  private static boolean isInsert(byte[] message) {
    String start =
        new String(message, 0, Math.min(message.length, 64), StandardCharsets.ISO_8859_1);
    return start.contains("\u0002insert\0");
  }

  private static void closeQuietly(Closeable socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is closed, then.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    open.forEach(CuttingProxy::closeQuietly);
  }
}
