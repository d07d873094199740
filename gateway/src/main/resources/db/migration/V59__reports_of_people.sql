-- Who sent which report on the pages, so that a person finds their own again. Of the child there is nothing here.
CREATE TABLE person_report (
    message    uuid        PRIMARY KEY,
    person     text        NOT NULL,     -- as the identity provider names them, which says nothing about who it is
    created_at timestamptz NOT NULL
);
CREATE INDEX person_report_by_person ON person_report (person, created_at DESC);
CREATE INDEX person_report_by_age ON person_report USING brin (created_at);
