-- What all machines must have alike, since it decides what is booked and when. Only a database on a server has rows here.
CREATE TABLE IF NOT EXISTS venue_settings (
  name CHARACTER VARYING(100) PRIMARY KEY,
  setting CHARACTER VARYING(100000) NOT NULL
);
