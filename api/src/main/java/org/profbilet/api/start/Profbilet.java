package org.profbilet.api.start;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Starts everything in one process: what is wrong with the settings is told before anything runs.
 */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Profbilet",
            version = "1",
            description = "The electronic union ticket: members, chairs, offices and doors.",
            license = @License(name = "Apache-2.0")))
public final class Profbilet {

  private static final Duration GRACE = Duration.ofSeconds(10);

  private Profbilet() {}

  public static void main(String[] arguments) {
    Locale.setDefault(new Locale("ru"));
    try {
      start(Options.of(arguments), System.getenv());
    } catch (StartRefused e) {
      System.err.println("\n" + e.getMessage());
      System.exit(2);
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private static void start(Options options, Map<String, String> settings) throws Exception {
    Addresses addresses = Addresses.from(settings, options.tls());
    Home home = Home.open(settings);
    Shutdown shutdown = Shutdown.atTheEndOfTheProcess();
    shutdown.closes(home.lock());
    addresses.requireFree();

    Map<String, Object> properties = new HashMap<>(addresses.properties());
    properties.putAll(home.properties());
    if (options.tls()) {
      Certificate certificate = Certificate.of(home, addresses.publicUrl(), Clock.systemUTC());
      properties.putAll(certificate.properties(addresses.port()));
      Greeting.printFingerprint(certificate);
    }
    properties.putAll(database(home, settings, shutdown));

    ApplicationContext context = ApplicationContext.builder().properties(properties).start();
    shutdown.closes(context);
    context.getBean(FirstStart.class).prepare(options.demo());
    EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
    shutdown.closes(() -> stop(context, server));
    Greeting.print(addresses, options.demo());
    shutdown.await();
  }

  /**
   * Migrates; what it returns lets the application log in. The embedded database stays out where
   * the union has its own.
   */
  private static Map<String, Object> database(
      Home home, Map<String, String> settings, Shutdown shutdown) throws Exception {
    if (OwnDatabase.isWanted(settings)) {
      OwnDatabase.from(settings).migrate();
      return Map.of();
    }
    EmbeddedDatabase database = EmbeddedDatabase.start(home);
    shutdown.closes(database);
    database.migrate();
    return database.properties();
  }

  /** Takes no new request and lets those that are under way come to their end. */
  private static void stop(ApplicationContext context, EmbeddedServer server) {
    context
        .getBean(GracefulShutdownManager.class)
        .shutdownGracefully()
        .toCompletableFuture()
        .completeOnTimeout(null, GRACE.toSeconds(), TimeUnit.SECONDS)
        .join();
    server.stop();
  }
}
