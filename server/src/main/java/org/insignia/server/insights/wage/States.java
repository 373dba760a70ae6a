package org.insignia.server.insights.wage;

import java.util.HashMap;
import java.util.Map;

/** The states and territories of the United States by the names the survey writes. */
final class States {
  private static final Map<String, String> CODES = new HashMap<>();
  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    put("AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut");
    put("DE Delaware,DC District of Columbia,FL Florida,GA Georgia,GU Guam,HI Hawaii,ID Idaho");
    put("IL Illinois,IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland");
    put("MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana");
    put("NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York");
    put("NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania");
    put("PR Puerto Rico,RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas");
    put("UT Utah,VT Vermont,VI Virgin Islands,VA Virginia,WA Washington,WV West Virginia");
    put("WI Wisconsin,WY Wyoming");
  }

  private States() {}

  private static void put(String list) {
    for (var state : list.split(",")) {
      CODES.put(state.substring(3), state.substring(0, 2));
      NAMES.put(state.substring(0, 2), state.substring(3));
    }
  }

  /** Two letters; empty where the name is none of them. */
  static String code(String name) {
    return CODES.getOrDefault(name, "");
  }

  /** The name of this code, or the code itself. */
  static String name(String code) {
    return NAMES.getOrDefault(code, code);
  }
}
