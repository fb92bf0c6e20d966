package org.profbilet.api.rights

import static org.profbilet.api.rights.Relation.*
import static org.profbilet.api.rights.Role.*

import com.github.f4b6a3.uuid.UuidCreator
import groovy.sql.Sql
import jakarta.inject.Inject
import java.time.Duration
import java.time.LocalDate
import org.profbilet.access.Acting
import org.profbilet.access.Appoint
import org.profbilet.accounts.OpenAccount
import org.profbilet.api.HttpSpec
import org.profbilet.api.session.AccessTokens
import org.profbilet.members.duplicates.MergePersons
import org.profbilet.organisations.Level
import org.profbilet.testing.Union

/** Two regions with people of tell-tale names, a caller of every role, and every request of the contract. */
abstract class RightsSpec extends HttpSpec {

    /** A public key whose secret nobody needs: the base point of P-256 (SEC 2). */
    private static final List<String> KEY = ['axfR8uEsQkf4vOblY6RA8ncDfYEt6zOg9KE5RdiYwpY', 'T-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU']

    protected static final List<Row> ROWS = Row.readAll()
    protected static final Contract CONTRACT = new Contract()

    @Inject
    OpenAccount openAccount

    @Inject
    Appoint appoint

    @Inject
    AccessTokens tokens

    @Inject
    MergePersons mergePersons

    /** Every organisation by its name, with the ids of things that are its own. */
    protected Map<String, Map<String, Object>> places
    protected Map<Role, String> callers
    private long signedInAt
    private UUID ownPhone
    protected static final Map<Role, String> HOMES = [
        (CHAIR): 'primary', (OFFICER): 'primary', (FORMER_CHAIR): 'primary', (DOOR): 'primary', (MEMBER): 'primary',
        (TERRITORY): 'local', (REGION): 'region', (CENTRE): 'central']

    protected static final List<String> LAST = [
        'POST /v1/member/claims/{requestId}/confirm', 'POST /v1/office/organisations/{organisationId}/deeds', 'POST /v1/office/organisations/{organisationId}/chair-changes']

    /** Above whom stands whom. */
    protected static final Map<String, String> PARENTS = [
        region: 'central', local: 'region', primary: 'local', otherPrimary: 'local', direct: 'region',
        otherRegion: 'central', otherLocal: 'otherRegion', farPrimary: 'otherLocal']

    /** Surnames that betray whose row an answer shows. */
    protected static final Map<String, String> SURNAMES = [
        primary: 'Канарейкова', otherPrimary: 'Щегловитова', direct: 'Снегирёвская', farPrimary: 'Зябликовская']

    def setup() {
        // people that a request adds take other ticket numbers than those put here
        asSuperuser { it.execute("SELECT setval('members.ticket_serial', 100000)") }
        def direct = union.organisation('16-000-0001', Level.PRIMARY, union.region, 'ППО университета')
        def otherRegion = union.organisation('03-000-0000', Level.REGIONAL, union.central, 'Реском Бурятии')
        def otherLocal = union.organisation('03-001-0000', Level.LOCAL, otherRegion, 'Улан-Удэ')
        def farPrimary = union.organisation('03-001-0001', Level.PRIMARY, otherLocal, 'ППО гимназии № 33')
        places = [central: union.central, region: union.region, local: union.local, primary: union.primary,
                  otherPrimary: union.otherPrimary, direct: direct, otherRegion: otherRegion,
                  otherLocal: otherLocal, farPrimary: farPrimary].collectEntries { name, id -> [name, [id: id]] }
        places.each { name, place -> place << things(name) }
        places.each { name, place -> place.phoneId = asSuperuser { new Papers(it, union.chair).phoneOf(place.personId) } }
        ownPhone = phoneOf(places.primary)
        openStaff('officer', null)
        openStaff('former', LocalDate.of(2026, 11, 20))
        signIn()
    }

    private void signIn() {
        signedInAt = System.nanoTime()
        callers = [(STRANGER): null, (MEMBER): tokens.forMember(places.primary.personId, ownPhone),
                   (DOOR): tokens.forDoor(places.primary.deviceId), (CHAIR): tokenOf('chair'), (OFFICER): tokenOf('officer'),
                   (TERRITORY): tokenOf('territory'), (REGION): tokenOf('region'), (CENTRE): tokenOf('central'),
                   (FORMER_CHAIR): tokenOf('former')]
    }

    /** Each role at each endpoint, with each place that the role could name. */
    protected List<Cell> allCells() {
        // an organisation begins to wind up, and a change of chair ends the chair's own session: they come last
        ROWS.findAll { !it.forAnybody }.sort(false) { LAST.indexOf(it.name) }.collectMany { row ->
            Role.values().collectMany { role -> cells(row, role) }
        }
    }

    protected List<Cell> cells(Row row, Role role) {
        def variables = CONTRACT.variables(row)
        if (!variables || role == STRANGER) {
            return [new Cell(row, role, OWN, row.allows(role, OWN, true), places.primary)]
        }
        def cells = relations(role).collect { place, relation ->
            new Cell(row, role, relation, allows(row, role, relation, place), ids(row, role, place))
        }
        variables.size() > 1 ? cells + strangers(role).collect { new Cell(row, role, SMUGGLED, false, ids(row, role, HOMES[role], it)) } : cells
    }

    /** Reads on both cores, then asks for changes one after another: one may open what comes next. Tells what was answered wrongly. */
    protected List<String> askAll(List<Cell> cells, Closure<?> isWrong) {
        freshenTokens()
        def (reading, changing) = cells.split { it.row.method == 'GET' }
        [reading.parallelStream(), changing.stream()].collectMany { part ->
            part.map { cell -> [cell, ask(cell.row, cell.role, cell.ids)] }
                    .filter { cell, answer -> isWrong(cell, answer) }
                    .map { cell, answer -> "$cell: $answer.status ${answer.problem ?: ''} ${namedIn(answer)}".toString() }
                    .toList()
        }
    }

    protected boolean allows(Row row, Role role, Relation relation, String place) {
        row.allows(role, relation, SURNAMES.containsKey(place))
    }

    /** Where a role may be asked to look, and how that place stands to it. */
    protected Map<String, Relation> relations(Role role) {
        def home = HOMES[role]
        places.keySet().collectEntries { [it, it == home ? OWN : isAbove(home, it) ? BELOW : isAbove(it, home) ? ABOVE : BESIDE] }
    }

    /** On a busy machine all requests together take longer than a token lives. */
    protected synchronized void freshenTokens() {
        if (Duration.ofNanos(System.nanoTime() - signedInAt) > AccessTokens.LIFE.dividedBy(2)) {
            signIn()
        }
    }

    protected Answer ask(Row row, Role role, Map<String, Object> ids) {
        freshenTokens()
        def filled = ids + [now: clock.instant().toString()]
        // whoever is asked names the same request by what lies before her
        def request = CONTRACT.request(row, row.path.contains('/claims/') ? filled + [requestId: ids.claimId] : filled)
        send(row.method, request.path, request.body, callers[role], request.headers)
    }

    /** The ids of a place; in a smuggled request only the first one is, the others are of somebody else. */
    protected Map<String, Object> ids(Row row, Role role, String place, String smuggledFrom = null) {
        def own = places[place]
        if (!smuggledFrom) {
            return own
        }
        def first = CONTRACT.variables(row).first()
        places[smuggledFrom] + [(first): own[first]]
    }

    /** Places whose things are somebody else's for this role. */
    protected List<String> strangers(Role role) {
        relations(role).findAll { it.value == BESIDE && SURNAMES[it.key] }.keySet().toList()
    }

    /** Whose people an answer names. */
    protected Set<String> namedIn(Answer answer) {
        def text = new String(answer.bytes, 'UTF-8')
        SURNAMES.findAll { text.contains(it.value) }.keySet()
    }

    /** One figure over every table that is behind the wall: nothing was written, changed or lost. */
    protected Map<String, Object> rowsBehindTheWall() {
        asSuperuser { Sql sql ->
            sql.rows('''
                SELECT n.nspname || '.' || c.relname AS name
                  FROM pg_class c
                  JOIN pg_namespace n ON n.oid = c.relnamespace
                 WHERE c.relkind = 'r' AND c.relforcerowsecurity
                 ORDER BY 1''')*.name.collectEntries {
                [it, sql.firstRow("SELECT count(*) || ':' || coalesce(sum(hashtextextended(t::text, 0)), 0) AS figure FROM $it t".toString()).figure]
            }
        }
    }

    /** A person, a card, an order, a batch, a meeting with a phone at its door, a plan and an office, all new; a settled order has gone its whole way. */
    protected Map<String, Object> things(String place, boolean settled = false) {
        def organisation = places[place].id
        def primary = SURNAMES[place] ? organisation : places[below(place)].id
        def surname = SURNAMES[place] ?: SURNAMES[below(place)]
        def person = aMember(primary, lastName: surname, consents: [UNION_PROCESSING: 'GIVEN', EMAIL: 'GIVEN'])
        def (card, order, batch, meeting, list, device, plan, appointment, scan, sheet, conflict, operator, body, mandate, sitting, snapshot, sittingPaper) = (1..17).collect { UuidCreator.timeOrderedEpoch }
        asSuperuser { Sql sql ->
            sql.execute("INSERT INTO cards.batch (id, region_id, state, card_count, request_hash, created_by, created_at) VALUES (?, ?, ?, 1, '-', ?, now())",
                    [batch, regionOf(place), settled ? 'CLOSED' : 'IN_PRODUCTION', union.centralStaff])
            sql.execute("INSERT INTO cards.card_order (id, primary_id, payer_id, region_id, state, card_count, price_kopecks, sum_kopecks, batch_id, request_hash, created_by, created_at) VALUES (?, ?, ?, ?, ?, 1, 1700, 1700, ?, '-', ?, now())",
                    [order, primary, place in ['region', 'otherRegion'] ? organisation : payerOf(primary), regionOf(place), settled ? 'FULFILLED' : 'ORDERED', batch, union.chair])
            sql.execute("INSERT INTO cards.card (id, person_id, primary_id, order_id, ticket_number, serial, printed_last_name, printed_first_name, status) SELECT ?, id, primary_id, ?, ticket_number, '00001', last_name, first_name, 'AT_PRIMARY' FROM members.person WHERE id = ?",
                    [card, order, person])
            sql.execute("INSERT INTO memberlists.plan (id, primary_id, account_id, created_at, file_sha256, file_format, register_version, row_count, missing_count, ignored_columns) VALUES (?, ?, ?, now(), '-', 'csv', '-', 1, 0, '')",
                    [plan, primary, union.chair])
            sql.execute("INSERT INTO memberlists.plan_row (plan_id, row_number, primary_id, outcome, title, changes, problems) VALUES (?, 1, ?, 'NEW', ?, '[]', '[]')",
                    [plan, primary, surname])
            insertMeeting(sql, organisation, meeting, list, device)
            insertDoors(sql, organisation, meeting, list, device, person, scan, sheet, conflict)
            sql.execute("INSERT INTO meetings.operator (id, meeting_id, organisation_id, name, pin_hash, added_at) VALUES (?, ?, ?, ?, '-', now())", [operator, meeting, organisation, SURNAMES[place] ?: 'Дежурная'])
            insertSitting(sql, organisation, primary, meeting, list, person, SURNAMES[place] ?: 'Делегатова', body, mandate, sitting, snapshot, sittingPaper)
            insertOffice(sql, organisation, primary, appointment)
        }
        def twin = aMember(primary, lastName: surname, consents: [UNION_PROCESSING: 'GIVEN'])
        def papers = asSuperuser { Sql sql ->
            def papers = new Papers(sql, union.chair)
            def made = papers.ofPerson(primary, person, settled) + papers.ofTransfer(primary, person, asker(primary)) +
                    papers.ofList(primary, plan) + papers.ofCampaign(organisation, person) + papers.ofOrganisation(organisation, SURNAMES[place] ?: 'Должностная', plan)
            // a sheet of cards may be named wherever a sheet of consents is
            sql.execute('INSERT INTO cards.issue_sheet (id, primary_id, card_ids, printed_at) VALUES (?, ?, ARRAY[?], now())',
                    [made.sheetId, primary, card])
            made
        }
        [primaryId: organisation, organisationId: organisation, regionId: regionOf(place), personId: person, personIds: [person],
         invited: [person], cardId: card, cardIds: [card], validFrom: '2027-01-01', orderId: order, batchId: batch, planId: plan, meetingId: meeting,
         listId: list, listIds: [list], deviceId: device, scanId: scan, paperId: sheet, conflictId: conflict, operatorId: operator, bodyId: body, mandateId: mandate, alternateId: null,
         sittingId: sitting, snapshotId: snapshot, sittingPaperId: sittingPaper, remoteListId: null, appointmentId: appointment, changeId: appointment, resetId: appointment, until: '2027-01-01',
         otherPersonId: twin, mergedPersonId: twin, ownPersonId: twin, mergeId: merged(primary, twin, surname), toId: organisation,
         login: "login-$appointment".toString(), reason: 'Помочь первичке исправить учёт', opensAt: clock.instant().toString(),
         closesAt: clock.instant().plus(Duration.ofHours(3)).toString(), zone: 'Europe/Moscow', bundleVersion: 'v1'] + papers
    }

    /** A second record of the same human, merged into hers. */
    protected UUID merged(UUID primary, UUID person, String surname) {
        def merge = UuidCreator.timeOrderedEpoch
        def record = aMember(primary, lastName: surname, consents: [UNION_PROCESSING: 'GIVEN'])
        mergePersons.merge(new Acting(union.chair, primary, Level.PRIMARY, org.profbilet.access.Role.CHAIR), merge, person, record)
        merge
    }

    protected UUID asker(UUID primary) {
        primary == places.otherPrimary.id ? places.primary.id : places.otherPrimary.id
    }

    /** A body with a delegate sits at the meeting; it was counted there, and a paper says so. */
    protected static void insertSitting(Sql sql, UUID organisation, UUID primary, UUID meeting, UUID list, UUID person, String surname, UUID body, UUID mandate, UUID sitting, UUID snapshot, UUID paper) {
        sql.execute("INSERT INTO meetings.body (id, organisation_id, name, kind, base, numerator, denominator, more_than, counts_remote, request_hash, created_by, created_at) VALUES (?, ?, 'Комитет', 'COMMITTEE', 'CONFIRMED', 1, 2, true, false, '-', ?, now())",
                [body, organisation, body])
        sql.execute("INSERT INTO meetings.mandate (id, body_id, organisation_id, sender_id, person_id, full_name, ticket_number, sex, birth_year, first_time, vote, standing, basis, basis_on, request_hash, created_by, created_at) VALUES (?, ?, ?, ?, ?, ?, '', 'F', 1980, true, 'DECISIVE', 'SUBMITTED', '1', '2026-11-01', '-', ?, now())",
                [mandate, body, organisation, primary, person, surname, body])
        sql.execute("INSERT INTO meetings.sitting (id, meeting_id, organisation_id, body_id, list_id, record_on, request_hash, created_by, created_at) VALUES (?, ?, ?, ?, ?, '2026-11-20', '-', ?, now())",
                [sitting, meeting, organisation, body, list, body])
        sql.execute("INSERT INTO meetings.snapshot (id, sitting_id, organisation_id, number, taken_at, reason, base, needed, confirmed, possible, advisory, organisations, organisations_base, organisations_needed, not_members, open_conflicts, verdict, list_hash, request_hash, taken_by) VALUES (?, ?, ?, 1, now(), 'открытие', 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 'MET', '-', '-', ?)",
                [snapshot, sitting, organisation, body])
        sql.execute("INSERT INTO meetings.paper (id, sitting_id, organisation_id, kind, version, made_at, made_by, words, hash, request_hash) VALUES (?, ?, ?, 'PROTOCOL', 1, now(), ?, '<p>1</p>', '-', '-')",
                [paper, sitting, organisation, body])
    }

    protected void insertOffice(Sql sql, UUID organisation, UUID primary, UUID appointment) {
        def account = UuidCreator.timeOrderedEpoch
        // with the chair's password: to hash one anew for every request takes a minute in all
        sql.execute("INSERT INTO accounts.account (id, login, display_name, password_hash, must_change_password, created_at) SELECT ?, ?, 'Сменный С. С.', password_hash, false, created_at FROM accounts.account WHERE id = ?",
                [account, "office-$appointment".toString(), union.chair])
        sql.execute("INSERT INTO access.appointment (id, account_id, organisation_id, role, valid_from) VALUES (?, ?, ?, 'OFFICER', '2026-01-01')",
                [appointment, account, organisation])
        sql.execute("INSERT INTO access.chair_change (id, primary_id, appointment_id, people, consents, cards_to_issue, open_orders, changed_by, changed_at) VALUES (?, ?, ?, 0, 0, 0, 0, ?, now())",
                [appointment, primary, appointment, union.centralStaff])
        sql.execute("INSERT INTO access.second_factor_reset (id, organisation_id, account_id, reason, asked_by, asked_at, from_above) VALUES (?, ?, ?, 'Потеряла телефон и коды', ?, ?::timestamptz, false)",
                [appointment, organisation, account, union.chair, clock.instant().toString()])
    }

    protected static void insertMeeting(Sql sql, UUID organisation, UUID meeting, UUID list, UUID device) {
        def invitation = UuidCreator.timeOrderedEpoch
        sql.execute("INSERT INTO meetings.meeting (id, organisation_id, title, zone, request_hash, created_by, created_at) VALUES (?, ?, 'Собрание', 'Europe/Moscow', '-', ?, now())",
                [meeting, organisation, meeting])
        sql.execute("INSERT INTO meetings.list (id, meeting_id, organisation_id, kind, policy, opens_at, closes_at, salt, handle_key) VALUES (?, ?, ?, 'OPEN', 'REENTRY', '2026-11-20', '2026-11-30', 'c2FsdHNhbHRzYWx0c2FsdA', 'a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2V5a2U')",
                [list, meeting, organisation])
        sql.execute("INSERT INTO meetings.invitation (id, meeting_id, door, code_hash, expires_at, created_by, created_at) VALUES (?, ?, 'А', ?, '2026-11-30', ?, now())",
                [invitation, meeting, invitation.toString(), meeting])
        sql.execute("INSERT INTO meetings.device (id, meeting_id, invitation_id, name, door, key_x, key_y, enrolled_at, valid_until, last_proof_at, last_seen_at, role) VALUES (?, ?, ?, 'Телефон', 'А', 'x', 'y', '2026-11-20', '2026-11-30', 0, '2026-11-20', 'REGISTRAR')",
                [device, meeting, invitation])
    }

    /** She is expected and came in; a sheet of paper lies at the door, and the phone has lost a record. */
    protected static void insertDoors(Sql sql, UUID organisation, UUID meeting, UUID list, UUID device, UUID person, UUID scan, UUID sheet, UUID conflict) {
        sql.execute("INSERT INTO meetings.entry (person_id, meeting_id, organisation_id) VALUES (?, ?, ?)", [person, meeting, organisation])
        sql.execute("INSERT INTO meetings.device (id, meeting_id, name, door, key_x, key_y, enrolled_at, valid_until, last_proof_at, last_seen_at, role, lists, line_count) VALUES (?, ?, 'Лист 1', 'А', '', '', '2026-11-20', '2026-11-20', 0, '2026-11-20', 'PAPER', ?, 10)",
                [sheet, meeting, list.toString()])
        sql.execute("INSERT INTO meetings.scan (id, meeting_id, organisation_id, list_id, device_id, device_seq, door, person_id, credential_kind, credential_hash, type, origin, scanned_at, effective_at, received_at, clock_untrusted, fact_hash, outcome, reason, next_action) VALUES (?, ?, ?, ?, ?, 1000, 'А', ?, 'PLASTIC', '-', 'ENTRY', 'ONLINE', '2026-11-20', '2026-11-20', '2026-11-20', false, '-', 'ADMITTED', 'ADMITTED', 'NONE')",
                [scan, meeting, organisation, list, device, person])
        sql.execute("INSERT INTO meetings.conflict (id, meeting_id, organisation_id, device_id, kind, missing, opened_at) VALUES (?, ?, ?, ?, 'SEQ_GAP', '2', '2026-11-20')",
                [conflict, meeting, organisation, device])
    }

    private UUID phoneOf(Map<String, Object> place) {
        def (activation, device) = [UuidCreator.timeOrderedEpoch, UuidCreator.timeOrderedEpoch]
        def made = post("/v1/chair/primaries/$place.id/members/$place.personId/activation-slip", [:], tokenOf('chair'),
                ['Idempotency-Key': activation.toString()])
        assert made.status == 200
        asSuperuser {
            it.execute("INSERT INTO credentials.device (id, person_id, primary_id, activation_id, name, door_x, door_y, member_x, member_y, enrolled_at, request_hash) VALUES (?, ?, ?, ?, 'Телефон', ?, ?, ?, ?, now(), '-')",
                    [device, place.personId, place.id, activation] + KEY + KEY)
        }
        device
    }

    private void openStaff(String login, LocalDate until) {
        def account = openAccount.open(login, "Сотрудник $login", Union.PASSWORD, false)
        appoint.appoint(account, union.primary, org.profbilet.access.Role.OFFICER, Union.APPOINTED, until, Union.APPOINTED, union.local)
    }

    protected UUID regionOf(String place) {
        place in ['otherRegion', 'otherLocal', 'farPrimary'] ? places.otherRegion.id : places.region.id
    }

    protected UUID payerOf(UUID primary) {
        primary == places.direct.id ? places.region.id : primary == places.farPrimary.id ? places.otherLocal.id : places.local.id
    }

    protected static String below(String place) {
        place in ['otherRegion', 'otherLocal'] ? 'farPrimary' : place == 'region' ? 'direct' : 'otherPrimary'
    }

    protected static boolean isAbove(String upper, String lower) {
        def parent = PARENTS[lower]
        parent != null && (parent == upper || isAbove(upper, parent))
    }
}
