package org.insignia.server.api.me.jobs;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.insignia.server.api.json.Body;
import org.insignia.server.platform.problem.Problem;
import org.insignia.server.platform.problem.Problem.Invalid.Fault;

/** What a request narrows postings down by: in its address, or in its body. */
sealed interface Given {
  int LONGEST = 120;
  int MOST = 40;

  /** The value of a name; empty for none. */
  String text(String name);

  /** Several values. */
  List<String> texts(String name);

  /** Whether it says yes. */
  boolean flag(String name);

  /** Notes that something is wrong with a value. */
  void wrong(String name, String detail);

  /** Parameters of the address, where a list is a name given several times. */
  record InAddress(HttpServletRequest request, List<Fault> faults) implements Given {
    InAddress(HttpServletRequest request) {
      this(request, new ArrayList<>());
    }

    @Override
    public String text(String name) {
      var values = values(name);
      if (values.size() > 1) {
        wrong(name, "given more than once");
      }
      return values.isEmpty() ? "" : values.getFirst();
    }

    @Override
    public List<String> texts(String name) {
      var values = values(name);
      if (values.size() > MOST) {
        wrong(name, "at most " + MOST + " of them");
      }
      return values;
    }

    private List<String> values(String name) {
      var given = request.getParameterValues(name);
      var values =
          given == null
              ? List.<String>of()
              : List.of(given).stream().map(String::strip).filter(v -> !v.isEmpty()).toList();
      if (values.stream().anyMatch(v -> v.length() > LONGEST)) {
        wrong(name, "at most " + LONGEST + " characters");
        return List.of();
      }
      return values;
    }

    @Override
    public boolean flag(String name) {
      var text = text(name);
      if (!text.isEmpty() && !text.equals("true") && !text.equals("false")) {
        wrong(name, "true or false");
      }
      return text.equals("true");
    }

    @Override
    public void wrong(String name, String detail) {
      faults.add(new Fault(name, detail));
    }

    /** Tells all that is wrong. */
    void end() {
      if (!faults.isEmpty()) {
        throw new Problem.Invalid(faults);
      }
    }
  }

  /** Members of a body. */
  record InBody(Body body) implements Given {
    @Override
    public String text(String name) {
      return body.text(name, LONGEST);
    }

    @Override
    public List<String> texts(String name) {
      return body.texts(name, MOST, LONGEST);
    }

    @Override
    public boolean flag(String name) {
      return body.flag(name, false);
    }

    @Override
    public void wrong(String name, String detail) {
      body.wrong(name, detail);
    }
  }
}
