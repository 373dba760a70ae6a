package org.insignia.server.catalog.design;

/** What the border is made of. Names are stored: add, never rename. */
public enum Metal {
  BRONZE(0xf3d3b0, 0xb9784a, 0x6b3d20),
  SILVER(0xf8fafb, 0xaab4bd, 0x5d6872),
  GOLD(0xfff0bd, 0xcf9f3c, 0x7b5612),
  STEEL(0xdfe6ec, 0x71808e, 0x36414c);

  private final int light;
  private final int body;
  private final int dark;

  Metal(int light, int body, int dark) {
    this.light = light;
    this.body = body;
    this.dark = dark;
  }

  Colour light() {
    return new Colour(light);
  }

  Colour body() {
    return new Colour(body);
  }

  Colour dark() {
    return new Colour(dark);
  }
}
