package org.profbilet.api.start.scale;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.profbilet.access.Appoint;
import org.profbilet.access.Role;
import org.profbilet.accounts.OpenAccount;
import org.profbilet.organisations.Inpo;
import org.profbilet.organisations.Level;
import org.profbilet.organisations.Organisations;
import org.profbilet.organisations.RegisterOrganisation;
import org.profbilet.organisations.RegisterOrganisation.NewOrganisation;

/**
 * Adds regions, locals, primaries and their members to the demo union: organisations and logins by
 * the use cases, people by {@code COPY}. The same scale gives the same people.
 */
@Singleton
public class LargeUnion {

  private static final Inpo CENTRAL = new Inpo("00-000-0000");

  /** The numbers that the demo union leaves free: 17–97 but for the Altai, which has 22. */
  private static final int[] REGIONS =
      IntStream.rangeClosed(17, 97).filter(number -> number != 22).toArray();

  private static final long SEED = 2026;
  private static final List<String> PEOPLE_TABLES =
      List.of(
          "members.person",
          "members.membership",
          "contacts.contact",
          "consents.decision",
          "consents.current");

  /**
   * Foreign keys, exclusion constraints and indexes of no constraint: how to drop and to make each.
   */
  private static final String CONSTRAINTS_AND_INDEXES =
      """
      WITH people (relation) AS (SELECT CAST(unnest(CAST('{%s}' AS text[])) AS regclass))
      SELECT format('ALTER TABLE %%s DROP CONSTRAINT %%I', conrelid::regclass, conname),
             format('ALTER TABLE %%s ADD CONSTRAINT %%I %%s', conrelid::regclass, conname, pg_get_constraintdef(oid))
        FROM pg_constraint
       WHERE conrelid IN (SELECT relation FROM people)
         AND contype IN ('f', 'x')
      UNION ALL
      SELECT format('DROP INDEX %%s', indexrelid::regclass), pg_get_indexdef(indexrelid)
        FROM pg_index
       WHERE indrelid IN (SELECT relation FROM people)
         AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
      """
          .formatted(String.join(",", PEOPLE_TABLES));

  private final RegisterOrganisation register;
  private final Organisations organisations;
  private final OpenAccount openAccount;
  private final Appoint appoint;

  LargeUnion(
      RegisterOrganisation register,
      Organisations organisations,
      OpenAccount openAccount,
      Appoint appoint) {
    this.register = register;
    this.organisations = organisations;
    this.openAccount = openAccount;
    this.appoint = appoint;
  }

  /**
   * @param owner a connection with the login that owns the tables; row-level security, the ledger's
   *     trigger, foreign keys and indexes rest until the rows are in, which are made as the trigger
   *     would make them
   * @param scale {@code region} or {@code union}
   * @param password of the logins {@code large-university} and {@code large-school}
   * @return false when it is there already
   */
  public boolean load(Connection owner, String scale, String password)
      throws SQLException, IOException {
    if (organisations.find(new Inpo("%02d-000-0000".formatted(REGIONS[0]))).isPresent()) {
      return false;
    }
    Scale wanted = Scale.of(scale);
    List<UUID> primaries = organisations(wanted);
    Random random = new Random(SEED);
    int[] sizes = Sizes.of(primaries.size(), wanted.people(), random);
    owner.setAutoCommit(false);
    try (Statement statement = owner.createStatement()) {
      List<Resting> resting = rest(statement);
      People people =
          new People(
              owner,
              random,
              textOf(statement, "UNION_PROCESSING"),
              textOf(statement, "MESSAGES"),
              one(statement, "SELECT nextval('members.ticket_serial')"));
      for (int i = 0; i < sizes.length; i++) {
        people.addPrimary(primaries.get(i), sizes[i], Sizes.isCollege(i));
      }
      people.finish();
      wake(statement, resting);
      owner.commit();
      owner.setAutoCommit(true);
      statement.execute("VACUUM (ANALYZE) " + String.join(", ", PEOPLE_TABLES));
    }
    signUp("large-university", "Белова И. П.", primaries.get(0), password);
    signUp("large-school", "Ким А. Р.", primaries.get(schoolOfFifty(sizes)), password);
    return true;
  }

  private List<UUID> organisations(Scale scale) {
    UUID central = organisations.find(CENTRAL).orElseThrow().id();
    List<UUID> locals = new ArrayList<>();
    List<String> numbers = new ArrayList<>();
    for (int region = 0; region < scale.regions(); region++) {
      int number = REGIONS[region];
      UUID regionId =
          register(
              "%02d-000-0000".formatted(number),
              Level.REGIONAL,
              central,
              "Региональная организация № " + number);
      for (int local = region; local < scale.locals(); local += scale.regions()) {
        String prefix = "%02d-%03d".formatted(number, local / scale.regions() + 1);
        numbers.add(prefix);
        locals.add(
            register(prefix + "-0000", Level.LOCAL, regionId, "Районная организация " + prefix));
      }
    }
    List<UUID> primaries = new ArrayList<>();
    for (int i = 0; i < scale.primaries(); i++) {
      int local = i % locals.size();
      String inpo = "%s-%04d".formatted(numbers.get(local), i / locals.size() + 1);
      String name = (Sizes.isCollege(i) ? "ППО института " : "ППО школы ") + inpo;
      primaries.add(register(inpo, Level.PRIMARY, locals.get(local), name));
    }
    return primaries;
  }

  private UUID register(String inpo, Level level, UUID parent, String name) {
    return register.register(
        new NewOrganisation(
            new Inpo(inpo), level, parent, name, name, null, "Europe/Moscow", null));
  }

  private void signUp(String login, String name, UUID primaryId, String password) {
    LocalDate since = LocalDate.of(2024, 9, 1);
    UUID account = openAccount.open(login, name, password, false);
    appoint.appoint(account, primaryId, Role.CHAIR, since, null, since, primaryId);
  }

  private static int schoolOfFifty(int[] sizes) {
    int best = 1;
    for (int i = 1; i < sizes.length; i++) {
      if (Math.abs(sizes[i] - 50) < Math.abs(sizes[best] - 50)) {
        best = i;
      }
    }
    return best;
  }

  /** What is looked at for every row, and costs a tenth when it is made for all rows at once. */
  private record Resting(String drop, String create) {}

  private static List<Resting> rest(Statement statement) throws SQLException {
    for (String table : PEOPLE_TABLES) {
      statement.execute("ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
      statement.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
    }
    List<Resting> resting = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(CONSTRAINTS_AND_INDEXES)) {
      while (rows.next()) {
        resting.add(new Resting(rows.getString(1), rows.getString(2)));
      }
    }
    for (Resting one : resting) {
      statement.execute(one.drop());
    }
    return resting;
  }

  private static void wake(Statement statement, List<Resting> resting) throws SQLException {
    statement.execute("SET LOCAL maintenance_work_mem = '256MB'");
    statement.execute("SET LOCAL work_mem = '256MB'");
    for (Resting one : resting) {
      statement.execute(one.create());
    }
    for (String table : PEOPLE_TABLES) {
      statement.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
      statement.execute("ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
    }
  }

  private static UUID textOf(Statement statement, String purpose) throws SQLException {
    String today =
        "SELECT id FROM consents.text WHERE purpose = '%s' ORDER BY effective_from DESC LIMIT 1"
            .formatted(purpose);
    try (ResultSet rows = statement.executeQuery(today)) {
      rows.next();
      return rows.getObject(1, UUID.class);
    }
  }

  private static long one(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getLong(1);
    }
  }
}
