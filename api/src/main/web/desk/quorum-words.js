// What a quorum is called: a word and a sign beside every colour.

export const VERDICTS = {
  MET: { sign: '✓', word: 'Кворум есть', style: 'good' },
  NOT_MET: { sign: '✗', word: 'Кворума нет', style: 'bad' },
  NOT_CONFIRMED: { sign: '?', word: 'Кворум не подтверждён', style: 'warn' },
  NOBODY_ENTITLED: { sign: '–', word: 'Никто не избран', style: 'bad' },
};

export const KINDS = { MEETING: 'Собрание', CONFERENCE: 'Конференция', CONGRESS: 'Съезд', COMMITTEE: 'Комитет', COUNCIL: 'Совет', PRESIDIUM: 'Президиум', AUDIT: 'Ревизионная комиссия' };
export const STANDINGS = { SUBMITTED: 'ждёт решения', ALTERNATE: 'запасной', CONFIRMED: 'подтверждён', REJECTED: 'отклонён', WITHDRAWN: 'отозван', REPLACED: 'заменён' };
export const PAPERS = { MANDATE_REPORT: 'Доклад мандатной комиссии', PROTOCOL: 'Протокол регистрации и кворума' };

/** «не менее 2/3», «более 1/2». @param {{numerator: number, denominator: number, moreThan: boolean}} share */
export function shareWords({ numerator, denominator, moreThan }) {
  return `${moreThan ? 'более' : 'не менее'} ${numerator}/${denominator}`;
}

/** What must be done before the figure is certain. @param {{waiting: {name: string}[], figures: {openConflicts: number}}} sitting */
export function doubts({ waiting, figures }) {
  const phones = waiting.map((phone) => phone.name).join(', ');
  return [
    phones ? `Синхронизируйте телефоны: ${phones}` : '',
    figures.openConflicts ? `Спорных отметок: ${figures.openConflicts}` : '',
  ].filter(Boolean);
}
