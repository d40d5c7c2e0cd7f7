-- A name that is put right later leaves the text that the directeur reads as well: under the wall of the school, never under
-- that of the directeur, who may read the row and write nothing in it.
grant update (reden) on uitzondering to :app_role;
