-- Who is taken off a round takes part no longer: row and rights go together.
grant delete on deelname to :app_role;
