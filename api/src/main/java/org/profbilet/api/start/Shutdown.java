package org.profbilet.api.start;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/**
 * What the end of the process closes, the latest opened first: no request without a pool, no pool
 * without a database. SIGTERM, Ctrl+C and a failed start all come through here.
 */
final class Shutdown {

  private final Deque<AutoCloseable> opened = new ArrayDeque<>();
  private final CountDownLatch end = new CountDownLatch(1);

  static Shutdown atTheEndOfTheProcess() {
    Shutdown shutdown = new Shutdown();
    Runtime.getRuntime().addShutdownHook(new Thread(shutdown::closeAll, "shutdown"));
    return shutdown;
  }

  synchronized void closes(AutoCloseable resource) {
    opened.push(resource);
  }

  void await() throws InterruptedException {
    end.await();
  }

  private synchronized void closeAll() {
    while (!opened.isEmpty()) {
      try {
        opened.pop().close();
      } catch (Exception e) {
        System.err.println("At the end: " + e.getClass().getName());
      }
    }
    end.countDown();
  }
}
