package org.insignia.server.insights.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.insignia.server.insights.posting.Place;
import org.insignia.server.insights.posting.Workplace;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places as they stand in the recorded postings. */
class PlaceReaderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "San Francisco # US|CA|San Francisco",
        "San Francisco, CA # US|CA|San Francisco",
        "San Francisco, California, United States # US|CA|San Francisco",
        "SF Office # US|CA|San Francisco",
        "NYC # US|NY|New York",
        "New York, New York, USA # US|NY|New York",
        "New York, US, New York # US|NY|New York",
        "New York, NY (HQ) # US|NY|New York",
        "San Mateo, CA United States # US|CA|San Mateo",
        "San Francisco, CA | New York City, NY | Seattle, WA # US|CA|San Francisco; US|NY|New York; US|WA|Seattle",
        "San Francisco, CA • New York, NY • United States # US|CA|San Francisco; US|NY|New York",
        "San Francisco, CA, New York, NY, Portland, OR, or Remote within Canada or United States # US|CA|San Francisco; US|NY|New York; US|OR|Portland; CA||",
        "Remote - US # US||",
        "Remote: United States # US||",
        "Remote U.S. # US||",
        "Remote Canada # CA||",
        "Remote - California # US|CA|",
        "Remote - CA # US|CA|",
        "Canada - Remote (ON, AB, BC) # CA|ON|; CA|AB|; CA|BC|",
        "Cary,North Carolina,United States # US|NC|Cary",
        "Washington, D.C. # US|DC|Washington",
        "Washington, DC # US|DC|Washington",
        "Seattle, Washington # US|WA|Seattle",
        "California; Oregon # US|CA|; US|OR|",
        "London, UK # GB||London",
        "London, England, United Kingdom # GB||London",
        "London, Ontario # CA|ON|London",
        "Dublin, IE # IE||Dublin",
        "Zürich, CH # CH||Zurich",
        "München, Bavaria, Germany # DE||Munich",
        "Berlin, Deutschland # DE||Berlin",
        "Tbilisi, Georgia # GE||Tbilisi",
        "Atlanta, Georgia # US|GA|Atlanta",
        "Bulgaria, Georgia, Poland # BG||; GE||; PL||",
        "Bengaluru, India # IN|KA|Bengaluru",
        "Bengaluru, Karnataka, India, APAC # IN|KA|Bengaluru",
        "São Paulo, Brazil # BR|SP|São Paulo",
        "Toronto, Ontario, Canada # CA|ON|Toronto",
        "Leuven (BE) # BE||Leuven",
        "Singapore, Singapore # SG||Singapore",
        "WA - Seattle; CA - San Francisco # US|WA|Seattle; US|CA|San Francisco",
        "Chicago; New York; London # US|IL|Chicago; US|NY|New York; GB||London",
        "Tel Aviv-Yafo, Tel Aviv District, Israel # IL||Tel Aviv",
        "Hybrid # ''",
        "Distributed # ''",
        "Europe # ''",
        "N/A # ''",
        "In-Office # ''"
      })
  void understands_what_is_written(String given, String places) {
    var read = new PlaceReader("").read(given, "", "", "");
    assertThat(read.places().stream().map(Place::packed).collect(Collectors.joining("; ")))
        .isEqualTo(places);
  }

  @ParameterizedTest
  @CsvSource({
    "Remote - US, REMOTE",
    "United States (remote), REMOTE",
    "Home-based: Canada, REMOTE",
    "Hybrid - San Francisco, HYBRID",
    "Onsite - Austin, ONSITE",
    "Remoto, REMOTE",
    "Berlin, UNSTATED"
  })
  void tells_where_the_work_is_done(String given, Workplace workplace) {
    assertThat(new PlaceReader("").read(given, "", "", "").workplace()).isEqualTo(workplace);
  }

  @ParameterizedTest
  @CsvSource({"'', DE||", "Remote, DE||", "Kleinstadt, DE||Kleinstadt", "Paris, FR||Paris"})
  void the_country_of_the_feed_holds_where_none_is_named(String given, String place) {
    var read = new PlaceReader("DE").read(given, "", "", "");
    assertThat(read.places()).extracting(Place::packed).containsExactly(place);
  }
}
