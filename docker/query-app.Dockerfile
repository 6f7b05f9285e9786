# Build from the root of the repository: docker build -f docker/query-app.Dockerfile -t vientro/query-app .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/m2 mvn -B -q -Dmaven.repo.local=/m2 -pl query-app -am -Dmaven.test.skip=true package
# Plain jars in layers that change seldom; the exec jar itself is what the tests start.
RUN java -Djarmode=tools -jar query-app/target/query-app-*-exec.jar extract --destination /app \
 && mv /app/query-app-*-exec.jar /app/app.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home vientro
WORKDIR /app
COPY --from=build --chown=root:root /app/lib lib
COPY --from=build --chown=root:root /app/app.jar app.jar
USER 10001
ENV SERVER_PORT=8082
EXPOSE 8082
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "app.jar"]
