package org.insignia.server.catalog.design;

/** What the border is made of. Names are stored: add, never rename. */
public enum Metal {
  BRONZE(0xf3d3b0, 0xb9784a, 0x6b3d20),
  SILVER(0xf8fafb, 0xaab4bd, 0x5d6872),
  GOLD(0xfff0bd, 0xcf9f3c, 0x7b5612),
  STEEL(0xdfe6ec, 0x71808e, 0x36414c);

  private final Colour light;
  private final Colour body;
  private final Colour dark;

  Metal(int light, int body, int dark) {
    this.light = new Colour(light);
    this.body = new Colour(body);
    this.dark = new Colour(dark);
  }

  Colour light() {
    return light;
  }

  Colour body() {
    return body;
  }

  Colour dark() {
    return dark;
  }
}
