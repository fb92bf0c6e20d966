-- What erasure does with notices: which message went out stays as evidence (38-ФЗ art. 18), words of
-- providers and requests for codes go.
SELECT privacy.declare_erasure('notifications.attempt', 10, 'ответы почты и операторов',
  'provider_message = NULL, error = NULL',
  't.person_id = $1 AND t.phase = ''ENDED'' AND (t.provider_message IS NOT NULL OR t.error IS NOT NULL)');
SELECT privacy.declare_erasure('notifications.code_request', 10, 'запросы кода', 'DELETE');
SELECT privacy.declare_erasure('notifications.delivery', 0, 'журнал отправки', 'KEEP');
