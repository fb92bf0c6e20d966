package org.profbilet.api.start;

import io.micronaut.context.ApplicationContext;
import java.nio.channels.FileChannel;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import org.profbilet.api.start.scale.LargeUnion;

/**
 * Fills a home directory of its own with the demo union and a made-up one as large as a region or
 * the whole Union: {@code deploy/demo --scale region}.
 */
final class EnlargeDemo {

  private EnlargeDemo() {}

  public static void main(String[] arguments) throws Exception {
    Home home = Home.open(System.getenv());
    try (FileChannel lock = home.lock();
        EmbeddedDatabase database = EmbeddedDatabase.start(home)) {
      database.migrate();
      Map<String, Object> properties = new HashMap<>(home.properties());
      properties.putAll(database.properties());
      properties.put("profbilet.jobs.enabled", false);
      try (ApplicationContext context =
              ApplicationContext.builder().properties(properties).start();
          Connection owner = database.connectAsOwner()) {
        context.getBean(FirstStart.class).prepare(true);
        context.getBean(LargeUnion.class).load(owner, arguments[0], DemoUnion.PASSWORD);
      }
    }
  }
}
