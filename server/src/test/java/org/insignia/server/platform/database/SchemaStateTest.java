package org.insignia.server.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.insignia.server.platform.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServerTest
class SchemaStateTest {
  @Autowired JdbcClient db;

  @Test
  void after_a_start_the_schema_is_that_of_all_files() {
    var files = SchemaState.ofFiles(Migrations.FEATURES);
    assertThat(new SchemaState(db).is(files)).isTrue();
    assertThat(new SchemaState(db).is("that of other files")).isFalse();
  }

  @Test
  void files_have_one_word_however_often_they_are_read_and_features_another() {
    assertThat(SchemaState.ofFiles(Migrations.FEATURES))
        .hasSize(64)
        .isEqualTo(SchemaState.ofFiles(Migrations.FEATURES))
        .isNotEqualTo(SchemaState.ofFiles(List.of("platform")));
  }

  @Test
  void it_has_one_row() {
    assertThat(db.sql("select count(*) from schema_state").query(Integer.class).single())
        .isEqualTo(1);
  }
}
