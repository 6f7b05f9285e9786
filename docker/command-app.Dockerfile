# Build from the root of the repository: docker build -f docker/command-app.Dockerfile -t vientro/command-app .
FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/m2 mvn -B -q -Dmaven.repo.local=/m2 -pl command-app -am -Dmaven.test.skip=true package
# Plain jars in layers that change seldom; the exec jar itself is what the tests start.
RUN java -Djarmode=tools -jar command-app/target/command-app-*-exec.jar extract --destination /app \
 && mv /app/command-app-*-exec.jar /app/app.jar

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home vientro
WORKDIR /app
COPY --from=build --chown=root:root /app/lib lib
COPY --from=build --chown=root:root /app/app.jar app.jar
USER 10001
ENV SERVER_PORT=8081
EXPOSE 8081
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-jar", "app.jar"]
