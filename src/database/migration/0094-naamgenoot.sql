-- Children of one school with one name and one month of birth are told apart by this number; rows of one leerling share it.
-- What was there before was told apart by nothing.
alter table leerling add column naamgenoot smallint not null default 1 check (naamgenoot > 0);
