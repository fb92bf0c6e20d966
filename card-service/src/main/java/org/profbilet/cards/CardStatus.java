package org.profbilet.cards;

/** Where a copy of the ticket is on its way, and how its life ended. */
public enum CardStatus {
  ORDERED("Заказан", true),
  IN_PRODUCTION("В производстве", true),
  PRODUCED("Изготовлен", true),
  SHIPPED("Отправлен", true),
  RECEIVED_REGION("Получен региональной организацией", true),
  AT_PRIMARY("Передан в первичную организацию", true),
  ISSUED("Выдан", true),
  CANCELLED("Заказ отменён", false),
  DEFECTIVE("Брак", false),
  LOST_IN_TRANSIT("Потерян в пути", false),
  LOST("Утрачен", false),
  WITHDRAWN("Изъят", false),
  REPLACED("Заменён", false),
  ANNULLED("Аннулирован", false);

  private final String title;
  private final boolean live;

  CardStatus(String title, boolean live) {
    this.title = title;
    this.live = live;
  }

  /** For a person, in Russian. */
  public String title() {
    return title;
  }

  /** A person has at most one live card. */
  public boolean isLive() {
    return live;
  }
}
