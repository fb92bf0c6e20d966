package org.profbilet.api.start;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * Starts everything in one process. {@code --no-demo} starts an empty union; with {@code
 * DATASOURCES_DEFAULT_URL} set the embedded database stays out.
 */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Profbilet",
            version = "1",
            description = "The electronic union ticket: members, chairs, offices and doors.",
            license = @License(name = "Apache-2.0")))
public final class Profbilet {

  private Profbilet() {}

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(new Locale("ru"));
    Home home = Home.open();
    lock(home);
    @Nullable EmbeddedDatabase database =
        System.getenv("DATASOURCES_DEFAULT_URL") == null ? EmbeddedDatabase.start(home) : null;
    ApplicationContext context = null;
    try {
      migrate(database);
      context = ApplicationContext.builder().properties(properties(home, database)).start();
      boolean demo = !List.of(arguments).contains("--no-demo");
      context.getBean(FirstStart.class).prepare(demo);
      EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
      context.getBean(Greeting.class).print(server, demo);
      waitForTheEnd(context, server, database);
    } catch (Exception e) {
      stop(context, null, database);
      throw e;
    }
  }

  private static void migrate(@Nullable EmbeddedDatabase database) {
    if (database != null) {
      database.migrate();
    } else {
      Migrations.run(
          needed("DATASOURCES_DEFAULT_URL"),
          needed("PROFBILET_OWNER_USERNAME"),
          needed("PROFBILET_OWNER_PASSWORD"),
          needed("DATASOURCES_DEFAULT_USERNAME"));
    }
  }

  private static String needed(String variable) {
    String value = System.getenv(variable);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException(
          "Set %s: an own PostgreSQL needs DATASOURCES_DEFAULT_URL, _USERNAME and _PASSWORD for the application and PROFBILET_OWNER_USERNAME and _PASSWORD for the login that owns the tables."
              .formatted(variable));
    }
    return value;
  }

  static Map<String, Object> properties(Home home, @Nullable EmbeddedDatabase database) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("profbilet.keys.directory", home.keys().toString());
    properties.put(
        "micronaut.security.token.jwt.signatures.secret.generator.secret",
        home.secret("access-token"));
    if (database != null) {
      properties.putAll(database.properties());
    }
    return properties;
  }

  /** Two processes on one home directory would tear each other's database down. */
  private static void lock(Home home) throws IOException {
    FileChannel channel =
        FileChannel.open(
            home.directory().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = channel.tryLock();
    if (lock == null) {
      System.err.println(
          "Профбилет уже работает с каталогом "
              + home.directory()
              + ". Остановите его или задайте другой PROFBILET_HOME.");
      System.exit(2);
    }
  }

  /** The order matters: no request without a pool, no pool without a database. */
  private static void waitForTheEnd(
      ApplicationContext context, EmbeddedServer server, @Nullable EmbeddedDatabase database)
      throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  stop(context, server, database);
                  end.countDown();
                }));
    end.await();
  }

  private static void stop(
      @Nullable ApplicationContext context,
      @Nullable EmbeddedServer server,
      @Nullable EmbeddedDatabase database) {
    if (server != null) {
      server.stop();
    }
    if (context != null) {
      context.close();
    }
    if (database != null) {
      try {
        database.close();
      } catch (IOException e) {
        System.err.println("PostgreSQL: " + e.getClass().getName());
      }
    }
  }
}
