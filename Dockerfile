# court in a container: without a command its worker, which is always on.
#
#   docker build -t court --build-arg COMMIT="$(git describe --always --exclude='*' --abbrev=12 --dirty=-changed)" .
#   docker run --rm -it -v court:/data court login --remember
#   docker run -d --restart always --stop-timeout 30 -v court:/data court
#
# Or the host's cron starts one each minute:
#   * * * * *  docker run --rm -v court:/data court run-due

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /src
COPY . .
# For court --version: the checkout itself is not in here. Render and Railway say the commit by themselves.
# Without one, it says unknown.
ARG COMMIT
ARG RENDER_GIT_COMMIT
ARG RAILWAY_GIT_COMMIT_SHA
RUN --mount=type=cache,target=/root/.m2 \
    mvn -B -ntp -Dmaven.test.skip=true -Pdist pre-integration-test \
    -Dcourt.commit="${COMMIT:-${RENDER_GIT_COMMIT:-${RAILWAY_GIT_COMMIT_SHA:-unknown}}}" \
 && mkdir /release && tar -xzf target/dist/court-*.tar.gz -C /release --strip-components=1

# The release has its own Java and its archive of classes, so a base without any is enough.
FROM debian:bookworm-slim
COPY --from=build /release /opt/court
RUN useradd --uid 10001 --user-group --home-dir /data --no-create-home court \
 && install -d -o court -g court -m 700 /data \
 && ln -s /opt/court/bin/court /usr/local/bin/court
ENV COURT_HOME=/data
USER court
VOLUME /data
# No shell stands between: the launcher makes way for Java, which is the first process and gets the
# signal. A machine leaves ten seconds to three hundred; the platforms' files leave thirty.
STOPSIGNAL SIGTERM
ENTRYPOINT ["court"]
CMD ["worker", "--drain", "25s"]
