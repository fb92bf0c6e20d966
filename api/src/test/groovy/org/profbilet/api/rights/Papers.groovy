package org.profbilet.api.rights

import com.github.f4b6a3.uuid.UuidCreator
import com.nimbusds.jose.jwk.Curve
import com.nimbusds.jose.jwk.gen.ECKeyGenerator
import groovy.sql.Sql

/** What lies on the desks of a primary and of an office beside members and cards; each method answers with the ids. */
class Papers {

    private final Sql sql
    private final UUID account

    Papers(Sql sql, UUID account) {
        this.sql = sql
        this.account = account
    }

    /** A printed sheet in its list, a correction she asks for, and the destruction of her data: done where settled. */
    Map<String, Object> ofPerson(UUID primary, UUID person, boolean settled) {
        def (sheet, list, correction, erasure) = newIds(4)
        def text = sql.firstRow("SELECT id FROM consents.text WHERE purpose = 'PARTNER' ORDER BY effective_from LIMIT 1").id
        sql.execute('INSERT INTO consents.sheet (id, person_id, primary_id, text_id, printed_at) VALUES (?, ?, ?, ?, now())',
                [sheet, person, primary, text])
        sql.execute('INSERT INTO consents.print_list (id, primary_id, text_id, content_hash, printed_at) VALUES (?, ?, ?, ?, now())',
                [list, primary, text, list.toString()])
        sql.execute('INSERT INTO consents.print_list_sheet (list_id, sheet_id, primary_id) VALUES (?, ?, ?)', [list, sheet, primary])
        sql.execute("""INSERT INTO members.correction (id, person_id, primary_id, changes, request_hash, proposed_at)
                       VALUES (?, ?, ?, '[{"field": "UNIT", "before": null, "after": "Столовая"}]', '-', now())""",
                [correction, person, primary])
        sql.execute("""INSERT INTO privacy.erasure (id, person_id, primary_id, withdrawn_at, due_on, state, done_at, done_by, destroyed)
                       SELECT ?, ?, ?, now(), '2026-12-20', CASE WHEN d.done THEN 'DONE' ELSE 'DUE' END, CASE WHEN d.done THEN now() END,
                              CASE WHEN d.done THEN ?::uuid END, CASE WHEN d.done THEN '{"Учёт": 1}'::jsonb END
                         FROM (SELECT ?::boolean AS done) AS d""",
                [erasure, person, primary, account, settled])
        [sheetId: sheet, number: sql.firstRow('SELECT number FROM consents.print_list WHERE id = ?', [list]).number.toString(),
         correctionId: correction, erasureId: erasure]
    }

    /** A phone with her ticket; nobody holds its keys. */
    UUID phoneOf(UUID person) {
        def (activation, phone) = newIds(2)
        def door = new ECKeyGenerator(Curve.P_256).generate()
        sql.execute("""INSERT INTO credentials.activation (id, person_id, primary_id, ticket_number, origin, offer_hash, created_at, expires_at, used_at)
                       SELECT ?, id, primary_id, ticket_number, 'CONTACT', ?, now(), now(), now() FROM members.person WHERE id = ?""",
                [activation, activation.toString(), person])
        sql.execute("""INSERT INTO credentials.device (id, person_id, primary_id, activation_id, name, door_x, door_y, member_x, member_y, enrolled_at, request_hash)
                       SELECT ?::uuid, id, primary_id, ?::uuid, 'Телефон', ?, ?, ?, '-', now(), '-' FROM members.person WHERE id = ?""",
                [phone, activation, door.x.toString(), door.y.toString(), phone.toString(), person])
        phone
    }

    /** A request of this primary, and the claim of another one to a person of this primary. */
    Map<String, Object> ofTransfer(UUID primary, UUID person, UUID asker) {
        def (own, claim) = newIds(2)
        [[own, primary], [claim, asker]].each { request, asking ->
            sql.execute("""INSERT INTO members.request (id, primary_id, wish, last_name, first_name, birth_date, wanted_on, match_class,
                                                        request_hash, asked_by, asked_at)
                           VALUES (?, ?, 'TRANSFER', 'Просимая', 'Ада', '1980-02-01', '2026-11-20', 'CERTAIN', '-', ?, now())""",
                    [request, asking, account])
        }
        sql.execute("""INSERT INTO members.claim (request_id, person_id, primary_id, to_primary_id, wish, wanted_on, match_class, asked_at)
                       VALUES (?, ?, ?, ?, 'TRANSFER', '2026-11-20', 'CERTAIN', now())""",
                [claim, person, primary, asker])
        [requestId: own, claimId: claim]
    }

    /** The file of a plan. */
    Map<String, Object> ofList(UUID primary, UUID plan) {
        sql.execute("INSERT INTO memberlists.upload (id, primary_id, created_at, content, sha256, named) VALUES (?, ?, now(), ?, '-', '{}')",
                [plan, primary, Papers.getResourceAsStream('/lists/members-school-52.csv').bytes])
        [:]
    }

    /** A unit, an elected official, a document, and a plan of the register. */
    Map<String, Object> ofOrganisation(UUID organisation, String surname, UUID plan) {
        def (unit, official, document) = newIds(3)
        sql.execute("""INSERT INTO organisations.unit (id, organisation_id, kind, name, opened_on, recorded_at, recorded_by)
                       VALUES (?, ?, 'BUREAU', ?, '2026-01-01', now(), ?)""", [unit, organisation, "Профбюро $unit".toString(), account])
        sql.execute("""INSERT INTO organisations.official (id, organisation_id, post, last_name, first_name, elected_on, recorded_at, recorded_by)
                       VALUES (?, ?, 'TREASURER', ?, 'Ада', '2026-01-01', now(), ?)""", [official, organisation, surname, account])
        sql.execute("""INSERT INTO organisations.document (id, organisation_id, kind, title, dated_on, recorded_at, recorded_by)
                       VALUES (?, ?, 'PROTOCOL', 'Протокол', '2026-01-01', now(), ?)""", [document, organisation, account])
        sql.execute("""INSERT INTO registerlists.plan (id, office_id, account_id, kind, created_at, file_sha256, register_version, ignored_columns)
                       VALUES (?, ?, ?, 'CHAIRS', now(), '-', '-', '')""", [plan, organisation, account])
        sql.execute("""INSERT INTO registerlists.plan_row (plan_id, row_number, office_id, outcome, title, changes, remarks)
                       VALUES (?, 1, ?, 'NEW', 'Председатель', '[]', '[]')""", [plan, organisation])
        [unitId: unit, parentId: unit, officialId: official, documentId: document]
    }

    /** A message to many that waits for a second person; one reader finds it already. */
    Map<String, Object> ofCampaign(UUID organisation, UUID reader = null) {
        def campaign = UuidCreator.timeOrderedEpoch
        sql.execute("""INSERT INTO notifications.campaign (id, organisation_id, request_hash, subject, body, within_id, state, created_by, created_at,
                                                           sent_by, sent_at, recipients)
                       VALUES (?, ?, '-', 'Тема', 'Текст', ?, 'WAITING', ?, now(), ?, now(), 1001)""",
                [campaign, organisation, organisation, campaign, campaign])
        if (reader) {
            sql.execute('INSERT INTO notifications.inbox (person_id, campaign_id, put_at) VALUES (?, ?, now())', [reader, campaign])
        }
        [campaignId: campaign, messageId: campaign, withinId: organisation]
    }

    private static List<UUID> newIds(int count) {
        (1..count).collect { UuidCreator.timeOrderedEpoch }
    }
}
