-- That Veilig Thuis handed a case over, who and when is fixed on arrival. Where two households become one, the record moves and is encrypted anew; no more.
CREATE FUNCTION origin_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the origin of a case is never changed';
END $$;
CREATE TRIGGER origin_stays BEFORE UPDATE ON household_record FOR EACH ROW
    WHEN (OLD.kind = 'HANDOVER' AND (OLD.id, OLD.kind, OLD.code, OLD.recorded_at, OLD.recorded_by)
        IS DISTINCT FROM (NEW.id, NEW.kind, NEW.code, NEW.recorded_at, NEW.recorded_by))
    EXECUTE FUNCTION origin_stays();
CREATE INDEX household_record_handover ON household_record (code, recorded_at) WHERE kind = 'HANDOVER';
