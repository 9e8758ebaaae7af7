-- One row a thing that can be found by name. Tokens are made by layers/text.ts: character pairs of the
-- words, 'p:' syllables and 'i:' pairs of initials.
CREATE TABLE search_entry (
  layer text NOT NULL,
  ref bigint NOT NULL,
  label text NOT NULL,                           -- what is shown
  detail text NOT NULL DEFAULT '',               -- the line below it
  folded text NOT NULL,                          -- label as it is compared
  initials text NOT NULL DEFAULT '',
  pinyin text NOT NULL DEFAULT '',
  weight smallint NOT NULL,                      -- smaller comes first
  fine boolean NOT NULL DEFAULT false,           -- units and rooms: only asked when nothing coarser fits
  tokens tsvector NOT NULL,
  station_id integer,
  longitude double precision NOT NULL,
  latitude double precision NOT NULL,
  PRIMARY KEY (layer, ref)
);
CREATE INDEX search_coarse ON search_entry USING gin (tokens) WHERE NOT fine;
CREATE INDEX search_fine ON search_entry USING gin (tokens) WHERE fine;
CREATE INDEX search_folded ON search_entry (folded text_pattern_ops) WHERE NOT fine;
