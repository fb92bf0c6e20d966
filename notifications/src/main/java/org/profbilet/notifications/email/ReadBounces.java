package org.profbilet.notifications.email;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.profbilet.notifications.receipts.Receipts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the mailbox to which servers report letters that did not arrive: a Maildir, which every
 * mail server on the machine and every fetching program can fill. A report is deleted when its
 * outcome is stored, because it names a recipient; any other letter is put aside for a person.
 */
@Singleton
@Requires(property = "profbilet.bounces.maildir")
class ReadBounces {

  private static final Logger LOG = LoggerFactory.getLogger(ReadBounces.class);
  private static final int AT_ONCE = 500;
  private static final long LARGEST = 1 << 20;

  private final Path maildir;
  private final Receipts receipts;

  ReadBounces(@Value("${profbilet.bounces.maildir}") String maildir, Receipts receipts) {
    this.maildir = Path.of(maildir);
    this.receipts = receipts;
  }

  /** How many reports were stored. */
  int read() {
    int stored = 0;
    for (Path letter : arrived()) {
      Optional<Bounce> bounce = parse(letter);
      if (bounce.isPresent()) {
        receipts.keep(
            SmtpSender.PROVIDER,
            bounce.get().delivery().toString(),
            bounce.get().outcome(),
            bounce.get().status());
        stored++;
      }
      remove(letter, bounce.isPresent());
    }
    return stored;
  }

  private List<Path> arrived() {
    Path fresh = maildir.resolve("new");
    if (!Files.isDirectory(fresh)) {
      return List.of();
    }
    try (Stream<Path> letters = Files.list(fresh)) {
      return letters.filter(Files::isRegularFile).sorted().limit(AT_ONCE).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<Bounce> parse(Path letter) {
    try (InputStream content = Files.newInputStream(letter)) {
      return Files.size(letter) > LARGEST ? Optional.empty() : Bounce.read(content);
    } catch (MessagingException | IOException e) {
      LOG.warn("A letter in the mailbox of bounces cannot be read ({})", e.getClass().getName());
      return Optional.empty();
    }
  }

  private void remove(Path letter, boolean stored) {
    try {
      if (stored) {
        Files.delete(letter);
      } else {
        Path aside = Files.createDirectories(maildir.resolve("cur"));
        Files.move(letter, aside.resolve(letter.getFileName() + ":2,"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Looks again and again, where a dispatcher runs. */
  @Singleton
  @Requires(property = "profbilet.bounces.maildir")
  @Requires(property = "profbilet.dispatcher.enabled", notEquals = "false")
  static class Job {

    private final ReadBounces bounces;

    Job(ReadBounces bounces) {
      this.bounces = bounces;
    }

    @Scheduled(fixedDelay = "10s", initialDelay = "10s")
    void run() {
      bounces.read();
    }
  }
}
