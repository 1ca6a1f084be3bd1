-- The machines that share a database on a server, each as it showed itself last.
CREATE TABLE IF NOT EXISTS machines (
  name CHARACTER VARYING(200) NOT NULL,
  home CHARACTER VARYING(1000) NOT NULL,
  kind CHARACTER VARYING(20) NOT NULL,
  version CHARACTER VARYING(100) NOT NULL,
  started_at TIMESTAMP WITH TIME ZONE NOT NULL,
  seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
  clock_ahead_ms BIGINT NOT NULL,
  PRIMARY KEY (name, home, kind)
);
