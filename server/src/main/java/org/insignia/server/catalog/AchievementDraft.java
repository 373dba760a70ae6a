package org.insignia.server.catalog;

import java.time.LocalDate;
import java.util.Map;
import org.insignia.server.catalog.Achievement.Kind;
import org.insignia.server.catalog.design.Design;
import org.insignia.server.catalog.wording.Words;
import org.insignia.server.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/** An achievement as the catalogue has it, before it is compared with the one that is stored. */
record AchievementDraft(
    String uid,
    Kind kind,
    String slug,
    @Nullable LocalDate lastDay,
    Design look,
    Map<Language, Words> words) {}
