-- Whether who was asked for one item alone was there for it, as the chair noted; stands with the item, and goes with it.
alter table genodigde add column aanwezigheid text check (aanwezigheid in ('in_de_kamer', 'online', 'afwezig'));
