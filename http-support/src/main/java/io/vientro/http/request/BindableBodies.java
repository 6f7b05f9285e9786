package io.vientro.http.request;

import io.vientro.http.json.StrictJson;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks at the body of every controller method at start: a command that JSON cannot become must not
 * wait for its first user.
 */
public final class BindableBodies implements SmartInitializingSingleton {
  private final StrictJson json;
  private final RequestMappingHandlerMapping controllers;

  public BindableBodies(StrictJson json, RequestMappingHandlerMapping controllers) {
    this.json = json;
    this.controllers = controllers;
  }

  @Override
  public void afterSingletonsInstantiated() {
    for (var method : controllers.getHandlerMethods().values()) {
      for (var parameter : method.getMethodParameters()) {
        if (parameter.hasParameterAnnotation(RequestBody.class)
            && method.getBeanType().getName().startsWith("io.vientro.")) {
          json.requireBindable(parameter.getParameterType());
        }
      }
    }
  }
}
