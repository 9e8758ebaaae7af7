-- A plan's name, place, shift, days and force are its content too.
CREATE OR REPLACE FUNCTION keep_plan() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.name, OLD.division_id, OLD.shift, OLD.valid_from, OLD.valid_to, OLD.force, OLD.model, OLD.moved, OLD.judge_to, OLD.author_id)
       IS DISTINCT FROM (NEW.name, NEW.division_id, NEW.shift, NEW.valid_from, NEW.valid_to, NEW.force, NEW.model, NEW.moved, NEW.judge_to, NEW.author_id)
     OR (OLD.sites::text, OLD.result::text, OLD.parameters::text, OLD.selection::text, OLD.situation, OLD.judge_from) IS DISTINCT FROM (NEW.sites::text, NEW.result::text, NEW.parameters::text, NEW.selection::text, NEW.situation, NEW.judge_from)
     OR OLD.status <> NEW.status AND (OLD.status, NEW.status) NOT IN (('draft', 'published'), ('draft', 'withdrawn'), ('published', 'withdrawn')) THEN
    RAISE EXCEPTION 'a plan keeps what it was made of and goes from draft to published to withdrawn only';
  END IF;
  RETURN NEW;
END $$;
