package org.profbilet.privacy;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.profbilet.privacy.DataCopy.Line;

/** Reads in the scope of the one person; the words are for her, not for a program. */
@JdbcRepository(dialect = Dialect.POSTGRES)
interface CopyRepository extends GenericRepository<Erasure, UUID> {

  @Query("SELECT primary_id FROM members.person WHERE id = :personId")
  Optional<UUID> findPrimaryOf(UUID personId);

  @Query(
      """
      SELECT line.name, line.value
        FROM members.person p
        JOIN organisations.organisation o
          ON o.id = p.primary_id
       CROSS JOIN LATERAL (VALUES
               (1, 'Фамилия', p.last_name),
               (2, 'Имя', p.first_name),
               (3, 'Отчество', p.middle_name),
               (4, 'Дата рождения', to_char(p.birth_date, 'DD.MM.YYYY')),
               (5, 'Пол', CASE p.sex WHEN 'F' THEN 'женский' ELSE 'мужской' END),
               (6, 'Номер билета', p.ticket_number),
               (7, 'Номер бумажного билета', p.paper_ticket),
               (8, 'Первичная организация', o.name),
               (9, 'Примечание', p.note),
               (10, 'Запись создана', to_char(p.created_at AT TIME ZONE 'Europe/Moscow', 'DD.MM.YYYY'))
             ) AS line (place, name, value)
       WHERE p.id = :personId
         AND line.value IS NOT NULL
       ORDER BY line.place
      """)
  List<Line> listPerson(UUID personId);

  @Query(
      """
      SELECT line.name, line.value
        FROM members.membership m
        JOIN organisations.organisation o
          ON o.id = m.primary_id
       CROSS JOIN LATERAL (VALUES
               (1, 'Организация', o.name),
               (2, 'На учёте', 'с ' || to_char(m.valid_from, 'DD.MM.YYYY')
                 || coalesce(' по ' || to_char(m.valid_until - 1, 'DD.MM.YYYY'), '')),
               (3, 'Кто', CASE m.category
                 WHEN 'WORKING' THEN 'работник' WHEN 'STUDENT' THEN 'обучающийся'
                 WHEN 'UNION_STAFF' THEN 'работник Профсоюза' WHEN 'ON_LEAVE' THEN 'в отпуске по уходу'
                 WHEN 'LAID_OFF' THEN 'сокращён' WHEN 'PENSIONER' THEN 'неработающий пенсионер' END),
               (4, 'Подразделение', m.unit_name),
               (5, 'Должность', m.position_name),
               (6, 'В Профсоюзе с', CASE m.joined_union_precision
                 WHEN 'YEAR' THEN to_char(m.joined_union_on, 'YYYY') || ' года'
                 ELSE to_char(m.joined_union_on, 'DD.MM.YYYY') END),
               (7, 'Решение о приёме', nullif(concat_ws(' от ', '№ ' || m.admission_protocol_number,
                 to_char(m.admission_protocol_on, 'DD.MM.YYYY')), '')),
               (8, 'Взносы через бухгалтерию', CASE m.dues_by_payroll WHEN true THEN 'да' WHEN false THEN 'нет' END)
             ) AS line (place, name, value)
       WHERE m.person_id = :personId
         AND line.value IS NOT NULL
       ORDER BY m.valid_from, m.id, line.place
      """)
  List<Line> listMemberships(UUID personId);

  @Query(
      """
      SELECT to_char(at AT TIME ZONE 'Europe/Moscow', 'DD.MM.YYYY HH24.MI') AS name,
             coalesce(old_value, 'пусто') || ' → ' || coalesce(new_value, 'пусто') AS value
        FROM members.change
       WHERE person_id = :personId
         AND field <> 'MEMBERSHIP'
       ORDER BY at, id
      """)
  List<Line> listChanges(UUID personId);

  @Query(
      """
      SELECT CASE kind WHEN 'PHONE' THEN 'Телефон' WHEN 'EMAIL' THEN 'Электронная почта'
                       ELSE 'Устройство для уведомлений' END AS name,
             value || coalesce(' (до ' || to_char(replaced_at AT TIME ZONE 'Europe/Moscow', 'DD.MM.YYYY') || ')',
                               '') AS value
        FROM (SELECT kind, value, recorded_at, replaced_at
                FROM contacts.contact
               WHERE person_id = :personId
               UNION ALL
              SELECT kind, 'с ' || to_char(registered_at AT TIME ZONE 'Europe/Moscow', 'DD.MM.YYYY'), registered_at,
                     dead_at
                FROM contacts.push_target
               WHERE person_id = :personId) address
       ORDER BY kind DESC, recorded_at
      """)
  List<Line> listContacts(UUID personId);

  @Query(
      """
      SELECT CASE d.purpose
               WHEN 'UNION_PROCESSING' THEN 'Обработка данных Профсоюзом'
               WHEN 'PARTNER' THEN 'Передача в бонусную программу'
               ELSE 'Сообщения: ' || CASE d.channel WHEN 'SMS' THEN 'СМС' WHEN 'PUSH' THEN 'на телефон'
                                                   ELSE 'почта' END
             END AS name,
             CASE d.state WHEN 'GIVEN' THEN 'дано' WHEN 'REFUSED' THEN 'отказ' WHEN 'WITHDRAWN' THEN 'отозвано'
                          ELSE 'прекращено' END
               || ' ' || to_char(d.signed_on, 'DD.MM.YYYY')
               || CASE d.form WHEN 'PAPER' THEN ', на бумаге' WHEN 'ELECTRONIC' THEN ', в электронном билете'
                              ELSE CASE d.cause WHEN 'PHONE_CHANGED' THEN ', сменился номер телефона'
                                                WHEN 'TEXT_REPLACED' THEN ', сменился текст согласия'
                                                ELSE ', список загрузили по ошибке' END END
               || '; текст ' || t.version || ', SHA-256 ' || t.sha256
               || '; записано ' || to_char(d.recorded_at AT TIME ZONE 'Europe/Moscow', 'DD.MM.YYYY HH24.MI') AS value
        FROM consents.decision d
        JOIN consents.text t
          ON t.id = d.text_id
       WHERE d.person_id = :personId
       ORDER BY d.recorded_at, d.purpose, d.channel
      """)
  List<Line> listConsents(UUID personId);

  @Query(
      """
      SELECT 'Карта ' || c.ticket_number || ' № ' || c.serial AS name,
             concat_ws(' ', c.printed_last_name, c.printed_first_name, c.printed_middle_name)
               || CASE WHEN c.issued_on IS NULL THEN '' ELSE ', выдана ' || to_char(c.issued_on, 'DD.MM.YYYY') END AS value
        FROM cards.card c
       WHERE c.person_id = :personId
       ORDER BY c.serial
      """)
  List<Line> listCards(UUID personId);

  @Query(
      """
      SELECT name,
             'с ' || to_char(enrolled_at AT TIME ZONE 'Europe/Moscow', 'DD.MM.YYYY')
               || coalesce(' по ' || to_char(revoked_at AT TIME ZONE 'Europe/Moscow', 'DD.MM.YYYY'), '') AS value
        FROM credentials.device
       WHERE person_id = :personId
       ORDER BY enrolled_at
      """)
  List<Line> listPhones(UUID personId);

  @Query(
      """
      SELECT title AS name,
             coalesce('отмечено ' || to_char(since AT TIME ZONE 'Europe/Moscow', 'DD.MM.YYYY HH24.MI'),
                      'приглашение') AS value
        FROM privacy.attendance()
      """)
  List<Line> listMeetings();

  @Query(
      """
      SELECT at || ', ' || title AS name,
             CASE outcome WHEN 'ADMITTED' THEN 'вход отмечен' WHEN 'DUPLICATE' THEN 'отмечено повторно'
                          WHEN 'EXITED' THEN 'выход отмечен' WHEN 'REFUSED' THEN 'не пропущено'
                          ELSE 'не решено' END
               || ', ' || door || coalesce('; ответы: ' || answers, '') AS value
        FROM privacy.scans()
      """)
  List<Line> listScans();

  @Query(
      """
      SELECT b.name,
             concat_ws(', ',
               'мандат' || coalesce(' № ' || m.number, ''),
               CASE m.standing WHEN 'SUBMITTED' THEN 'ждёт подтверждения' WHEN 'ALTERNATE' THEN 'запасной'
                               WHEN 'CONFIRMED' THEN 'подтверждён' WHEN 'REJECTED' THEN 'не подтверждён'
                               WHEN 'WITHDRAWN' THEN 'отозван' ELSE 'передан другому' END,
               CASE m.vote WHEN 'DECISIVE' THEN 'голос решающий' ELSE 'голос совещательный' END,
               'записано: ' || m.full_name,
               'основание: ' || m.basis || ' от ' || to_char(m.basis_on, 'DD.MM.YYYY')) AS value
        FROM meetings.mandate m
        JOIN meetings.body b
          ON b.id = m.body_id
       WHERE m.person_id = :personId
       ORDER BY m.created_at
      """)
  List<Line> listMandates(UUID personId);
}
