package io.vientro.http.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Where the container sends what failed outside Spring MVC: a filter's exception or a bare {@code
 * sendError}.
 */
@Controller
public final class ProblemErrorController implements ErrorController {
  private final ExceptionTranslator translator;
  private final Problems problems;

  public ProblemErrorController(ExceptionTranslator translator, Problems problems) {
    this.translator = translator;
    this.problems = problems;
  }

  @RequestMapping("${server.error.path:${error.path:/error}}")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    problems.write(problem(request), request, response);
  }

  private ProblemException problem(HttpServletRequest request) {
    if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
      return translator.translate(thrown, request);
    }
    return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
            && status >= 400
            && status <= 599
        ? ProblemException.of(ProblemType.ofStatus(status))
        // Nobody failed: a client asked for the error page by its path.
        : ProblemException.of(ProblemTypes.NOT_FOUND);
  }
}
