// What the card says about membership. A word unknown to this page is shown as the server put it.
const KNOWN = {
  ACTIVE: { tone: 'good', sign: '✔', statusText: 'Действителен' },
  SUSPENDED: { tone: 'warn', sign: '!', statusText: 'Приостановлен', hidesCode: true },
  ENDED: { tone: 'bad', sign: '✖', statusText: 'Учёт прекращён', hidesCode: true },
};
const ADVICE = {
  SUSPENDED: 'Нет действующего согласия на обработку данных. Дайте его на бумаге у председателя, и билет заработает снова.',
  ENDED: 'Если это ошибка, обратитесь к председателю своей первичной организации.',
};

/** @param {string} status @param {string} [text] @param {string | null} [since] a day */
export function shownStatus(status, text, since) {
  const known = KNOWN[status] ?? { tone: 'info', sign: '•', statusText: status };
  return { ...known, statusText: [text || known.statusText, since].filter(Boolean).join(' '), advice: ADVICE[status] ?? '' };
}

const STEPS = ['ORDERED', 'IN_PRODUCTION', 'PRODUCED', 'SHIPPED', 'RECEIVED_REGION', 'AT_PRIMARY', 'ISSUED'];
const STEP_NAMES = {
  ORDERED: 'Заказана',
  IN_PRODUCTION: 'Печатается',
  PRODUCED: 'Напечатана',
  SHIPPED: 'Отправлена в регион',
  RECEIVED_REGION: 'Получена регионом',
  AT_PRIMARY: 'У вашего председателя',
  ISSUED: 'Выдана вам',
};
const ENDS = {
  CANCELLED: 'Заказ отменён',
  DEFECTIVE: 'Напечатана с браком',
  LOST_IN_TRANSIT: 'Потеряна в дороге',
  LOST: 'Потеряна',
  WITHDRAWN: 'Изъята',
  REPLACED: 'Заменена новой',
  ANNULLED: 'Аннулирована',
};

/**
 * The way of the plastic card as a parcel track.
 * @param {string} status @param {{status: string, at: string}[]} history
 */
export function cardTrack(status, history) {
  const at = new Map(history.map((step) => [step.status, step.at]));
  if (ENDS[status]) {
    const behind = STEPS.filter((step) => at.has(step)).map((step) => ({ name: STEP_NAMES[step], state: 'done', at: at.get(step) }));
    return [...behind, { name: ENDS[status], state: 'now', at: at.get(status) }];
  }
  const reached = STEPS.indexOf(status);
  return STEPS.map((step, place) => ({
    name: STEP_NAMES[step],
    state: place < reached || (place === reached && step === 'ISSUED') ? 'done' : place === reached ? 'now' : 'later',
    at: at.get(step),
  }));
}

export function cardWords(status) {
  return STEP_NAMES[status] ?? ENDS[status] ?? status;
}
